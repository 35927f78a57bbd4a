namespace Mimo.Testing;

/// <summary>How a <see cref="MimoServer"/> behaves. The defaults are those of the real service, as far as they are known.</summary>
public sealed class MimoServerOptions
{
    /// <summary>The only key the server accepts. Default: <see cref="MimoServer.DefaultApiKey"/>.</summary>
    public string ApiKey { get; init; } = MimoServer.DefaultApiKey;

    /// <summary>The loopback port to listen on; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How much the server refuses. Default: <see cref="MimoStrictness.Faithful"/>.</summary>
    public MimoStrictness Strictness { get; init; } = MimoStrictness.Faithful;

    /// <summary>
    /// Whether the error bodies of streaming requests are written as <c>data:{"error":…}</c>, without a blank and without an
    /// end of event, instead of plain JSON. Both forms were logged from the real service, so a client has to read both.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool PrefixErrorsWithData { get; init; }

    /// <summary>
    /// Whether an assistant message is refused where its <c>content</c> is <c>""</c>, as in a turn of tool calls alone or of reasoning
    /// alone, and taken where that is a blank. One host was reported to do so (<c>`text` is not set</c>); all others take the empty
    /// text, which they send themselves. Only in the OpenAI format; the other one has no empty text. Default: <see langword="false"/>.
    /// </summary>
    public bool RefuseEmptyContent { get; init; }

    /// <summary>
    /// Whether answers and errors keep to the letter of the formats that MiMo imitates, in place of MiMo's own shapes: no nulls where
    /// the format wants a text, no reasons and members that only MiMo has, errors wrapped as Anthropic wraps them. Meant for
    /// clients that check what they read against those formats' published schemas; the real service keeps to its own shapes.
    /// Scripted bodies stay as they are. Default: <see langword="false"/>.
    /// </summary>
    public bool StandardizeAnswers { get; init; }

    /// <summary>
    /// What ids, the cutting of streams into pieces and, with a <see cref="FaultRate"/>, faults are derived from. The same seed and the same requests in the same
    /// order give the same bytes, except for the time of creation (see <see cref="TimeProvider"/>). Default: 0.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// The share of requests that go wrong, 0…1: with an error in place of the answer, an answer cut, ended early, broken off by
    /// an error event or not sent at all, or one of <see cref="MimoOddity"/>. Which and how follows from <see cref="Seed"/>
    /// and the number of the request, so a run can be repeated. Only requests that keep the rules are hit; a scripted turn whose answer
    /// is lost this way is given again to the next request. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not within 0…1.</exception>
    public double FaultRate
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            field = value;
        }
    }

    /// <summary>Where the <c>created</c> times of replies and the <c>Date</c> of every answer come from. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
