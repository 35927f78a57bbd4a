namespace Mimo.Testing.Tests.Wire;

/// <summary>A clock that always shows the same time, for answers that are equal byte for byte.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public const long UnixTime = 1_790_000_000;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(UnixTime);
}
