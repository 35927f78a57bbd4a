namespace Mimo.Benchmarks.Reporting;

/// <summary>How the method <c>Mimo</c> of a benchmark class must compare with another of its methods, as ratios of ours to the other's.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TargetAttribute(string other) : Attribute
{
    /// <summary>The method that ours is compared with.</summary>
    public string Other { get; } = other;

    /// <summary>The largest ratio of the times; not a number for no target.</summary>
    public double Time { get; init; } = double.NaN;

    /// <summary>The largest ratio of the allocated bytes; not a number for no target.</summary>
    public double Bytes { get; init; } = double.NaN;
}
