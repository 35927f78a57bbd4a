namespace Mimo.Wire;

/// <summary>A list to which messages are only added, so that it knows without a look at them what it looks like on the wire.</summary>
internal interface IGrowingMessages : IReadOnlyList<MimoMessage>
{
    KeptByWriting Kept { get; }

    ReadOnlySpan<MimoMessage> AsSpan();
}
