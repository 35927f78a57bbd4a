using Mimo.Testing.Faults;
using Mimo.Testing.Rules;

namespace Mimo.Testing;

/// <summary>Something that goes wrong while an answer is sent. See <see cref="MimoTurn.WithFault"/>. Immutable.</summary>
/// <remarks>
/// Byte counts are counts of the body before HTTP's own framing, so a count means the same for every client. What is sent before
/// a fault has left the server when the fault happens.
/// </remarks>
public sealed class MimoFault
{
    private MimoFault(FaultKind kind) => Kind = kind;

    /// <summary>The connection is closed without any answer.</summary>
    public static MimoFault NoResponse { get; } = new(FaultKind.NoResponse);

    /// <summary>The body of an error starts with <c>data:</c>, without a blank, so that it is neither JSON nor an event. Other bodies are not changed.</summary>
    public static MimoFault DataPrefix { get; } = new(FaultKind.DataPrefix);

    internal FaultKind Kind { get; }

    internal int Count { get; private init; }

    internal TimeSpan Pause { get; private init; }

    internal ApiError? Error { get; private init; }

    /// <summary>The connection is closed after this many bytes of the body, in breach of HTTP: the client sees a broken connection.</summary>
    /// <param name="bytes">0 or more; with 0 only the status and the headers arrive. A body that is shorter is cut at its end.</param>
    /// <returns>The fault.</returns>
    public static MimoFault CutAfter(int bytes) => Counting(FaultKind.Cut, bytes);

    /// <summary>The body ends after this many bytes as if it were complete: the client sees a short answer on a sound connection.</summary>
    /// <param name="bytes">0 or more.</param>
    /// <returns>The fault.</returns>
    public static MimoFault EndAfter(int bytes) => Counting(FaultKind.End, bytes);

    /// <summary>After this many bytes nothing comes any more, until the client hangs up or the server is disposed.</summary>
    /// <param name="bytes">0 or more; with 0 only the status and the headers arrive.</param>
    /// <returns>The fault.</returns>
    public static MimoFault StallAfter(int bytes) => Counting(FaultKind.Stall, bytes);

    /// <summary>The body is sent in pieces of this many bytes, each on its own: characters and lines arrive in parts.</summary>
    /// <param name="bytes">1 or more.</param>
    /// <param name="pause">The time between two pieces; none by default.</param>
    /// <returns>The fault.</returns>
    public static MimoFault InPieces(int bytes, TimeSpan pause = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        return new MimoFault(FaultKind.Pieces) { Count = bytes, Pause = pause };
    }

    /// <summary>
    /// After this many events of a stream an error event takes the place of the rest: <c>data: {"error":…}</c>, in the Anthropic
    /// format <c>event: error</c>. Does nothing to an answer that is not streamed.
    /// </summary>
    /// <param name="events">0 or more; at least the last event is replaced.</param>
    /// <param name="code">The code of the error, for example <c>500</c>.</param>
    /// <param name="message">Its general message.</param>
    /// <param name="parameter">The explanation, sent as <c>param</c>; <see langword="null"/> leaves the key out.</param>
    /// <param name="type">The kind of error, for example <c>limitation</c>; <see langword="null"/> leaves the key out.</param>
    /// <returns>The fault.</returns>
    public static MimoFault ErrorAfter(int events, string code = "500", string message = "Internal Server Error", string? parameter = "", string? type = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(message);
        return new MimoFault(FaultKind.ErrorEvent) { Count = events, Error = new ApiError(200, code, message, parameter, type) };
    }

    /// <summary>The kind of fault and its count.</summary>
    /// <returns>A text for a test log.</returns>
    public override string ToString() => Kind is FaultKind.NoResponse or FaultKind.DataPrefix ? Kind.ToString() : $"{Kind}({Count})";

    private static MimoFault Counting(FaultKind kind, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new MimoFault(kind) { Count = count };
    }
}
