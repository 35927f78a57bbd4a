namespace Mimo.Tests;

/// <summary>Tests that measure run by themselves: beside others, the runtime takes its time to optimize what they measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measured
{
    public const string Name = nameof(Measured);
}
