using System.Text;

namespace Mimo.Benchmarks.Calls;

/// <summary>Competitors are only comparable where they give the same result.</summary>
internal static class Same
{
    public static void Bytes(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        Bytes(expected, first);
        Bytes(expected, second);
    }

    public static void Bytes(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> first, string? second) => Bytes(expected, first, Encoding.UTF8.GetBytes(second ?? ""));

    public static void Bytes(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new InvalidOperationException($"Not the same work:\n{Encoding.UTF8.GetString(expected)}\n{Encoding.UTF8.GetString(actual)}");
        }
    }
}
