using CsCheck;

namespace Mimo.Testing.Tests.Schemas;

internal static class Pick
{
    /// <summary>One of these values.</summary>
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
