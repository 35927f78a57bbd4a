using System.Globalization;

namespace Mimo.Generators.Parsing;

/// <summary>A short hash that is the same on every machine and in every process, unlike <see cref="object.GetHashCode"/>'s.</summary>
internal static class StableHash
{
    /// <summary>Eight hexadecimal digits (32-bit FNV-1a).</summary>
    public static string Of(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
