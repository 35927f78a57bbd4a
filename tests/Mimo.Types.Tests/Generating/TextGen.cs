using CsCheck;

namespace Mimo.Types.Tests.Generating;

/// <summary>Generates text; CsCheck shrinks a failure to a short one.</summary>
internal sealed class TextGen(Func<PCG, string> build) : Gen<string>
{
    public override string Generate(PCG pcg, Size? min, out Size size)
    {
        string text = build(pcg);
        size = new Size((ulong)text.Length);
        return text;
    }
}

internal static class Dice
{
    public static int Below(this PCG pcg, int bound) => (int)pcg.Next((uint)bound);

    /// <summary>True once in so many throws.</summary>
    public static bool OneIn(this PCG pcg, int throws) => pcg.Below(throws) == 0;

    public static T Pick<T>(this PCG pcg, params ReadOnlySpan<T> items) => items[pcg.Below(items.Length)];

    public static T Pick<T>(this PCG pcg, IReadOnlyList<T> items) => items[pcg.Below(items.Count)];

    public static T Pick<T>(this PCG pcg, List<T> items) => items[pcg.Below(items.Count)];

    /// <summary>Any number of bits up to so many, so that small numbers are as likely as large ones.</summary>
    public static ulong Bits(this PCG pcg, int most)
    {
        int count = pcg.Below(most + 1);
        return count == 0 ? 0 : pcg.Next64() >> (64 - count);
    }
}
