using System.Globalization;

namespace Mimo.Benchmarks.Reporting;

/// <summary>One line of the report: ours against another's.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Our measure, with its unit.</param>
/// <param name="Other">Who else was measured.</param>
/// <param name="Theirs">The other's measure, with its unit.</param>
/// <param name="Value">What is judged: a ratio of ours to theirs, or a difference.</param>
/// <param name="Target">The largest value that meets the target; not a number where there is none.</param>
internal sealed record Comparison(string What, string Ours, string Other, string Theirs, double Value, double Target)
{
    public const string Header = "| what | ours | against | theirs | ratio | of medians | target | |\n|---|---:|---|---:|---:|---:|---:|---|";

    /// <summary>The ratio of the medians, where <see cref="Value"/> is that of the quickest runs; not a number elsewhere.</summary>
    public double OfMedians { get; init; } = double.NaN;

    /// <summary>Whether <see cref="Value"/> is a ratio.</summary>
    public bool IsRatio { get; init; } = true;

    public bool IsMet => double.IsNaN(Target) || Value <= Target;

    public override string ToString()
    {
        string verdict = double.IsNaN(Target) ? "" : IsMet ? "met" : "**missed**";
        return $"| {What} | {Ours} | {Other} | {Theirs} | {Number(Value)} | {Number(OfMedians)} | {(double.IsNaN(Target) ? "" : "≤ " + Number(Target))} | {verdict} |";
    }

    /// <summary>A ratio as people read it; nothing if it is none.</summary>
    public static string Number(double value) => double.IsFinite(value) ? value.ToString(Math.Abs(value) < 0.2 ? "0.000" : "0.00", CultureInfo.InvariantCulture) : "";
}
