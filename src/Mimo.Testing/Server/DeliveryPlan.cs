using Mimo.Testing.Faults;

namespace Mimo.Testing.Server;

/// <summary>What of a response is sent, in which pieces, and how it ends.</summary>
/// <param name="Pieces">The pieces to send, each flushed on its own.</param>
/// <param name="Pause">The time after each piece.</param>
/// <param name="Ending">The fault at the end; <see cref="FaultKind.End"/> ends properly.</param>
/// <param name="ContentLength">The length to announce; null announces none.</param>
internal sealed record DeliveryPlan(IReadOnlyList<ReadOnlyMemory<byte>> Pieces, TimeSpan Pause, FaultKind Ending, long? ContentLength)
{
    public static DeliveryPlan For(ServerResponse response, IReadOnlyList<MimoFault> faults)
    {
        IReadOnlyList<byte[]> parts = response.Parts;
        MimoFault? ending = null;
        MimoFault? pieces = null;
        foreach (MimoFault fault in faults)
        {
            switch (fault.Kind)
            {
                case FaultKind.ErrorEvent when response.WriteErrorEvent is { } writeErrorEvent:
                    parts = [.. parts.Take(Math.Min(fault.Count, parts.Count - 1)), writeErrorEvent(fault.Error!)];
                    break;
                case FaultKind.Pieces:
                    pieces = fault;
                    break;
                case FaultKind.NoResponse or FaultKind.Cut or FaultKind.End or FaultKind.Stall:
                    ending = fault;
                    break;
            }
        }

        if (ending?.Kind == FaultKind.NoResponse)
        {
            return new DeliveryPlan([], TimeSpan.Zero, FaultKind.NoResponse, ContentLength: null);
        }

        bool announces = !response.IsStream && ending?.Kind != FaultKind.End;
        return new DeliveryPlan(
            [.. Split(parts, ending?.Count ?? int.MaxValue, pieces?.Count ?? int.MaxValue)],
            pieces?.Pause ?? TimeSpan.Zero,
            ending?.Kind ?? FaultKind.End,
            announces ? parts.Sum(part => (long)part.Length) : null);
    }

    /// <summary>Whether a client gets the same by both.</summary>
    public bool SendsTheSameAs(DeliveryPlan other) => Pause == other.Pause
        && Ending == other.Ending
        && ContentLength == other.ContentLength
        && Pieces.Count == other.Pieces.Count
        && Pieces.Zip(other.Pieces).All(static pair => pair.First.Span.SequenceEqual(pair.Second.Span));

    private static IEnumerable<ReadOnlyMemory<byte>> Split(IReadOnlyList<byte[]> parts, int most, int pieceLength)
    {
        int left = most;
        foreach (byte[] part in parts)
        {
            for (int start = 0; start < part.Length && left > 0;)
            {
                int length = Math.Min(Math.Min(pieceLength, part.Length - start), left);
                yield return part.AsMemory(start, length);
                start += length;
                left -= length;
            }
        }
    }
}
