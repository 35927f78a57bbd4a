using System.Diagnostics.CodeAnalysis;
using System.Text;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;

namespace Mimo.Testing;

/// <summary>
/// One scripted answer of a <see cref="MimoServer"/>: a text, tool calls, an error, or any bytes; and what goes wrong on its
/// way. Immutable, so one turn may be enqueued often and shared between servers.
/// </summary>
/// <remarks>
/// A scripted turn is given to the next request that keeps the rules; a request that is refused uses none up. The same turn
/// answers in whichever format the request is written, streamed or not.
/// </remarks>
public sealed partial class MimoTurn
{
    private MimoTurn(TurnAnswer answer) => Answer = answer;

    private MimoTurn(MimoTurn original)
    {
        Answer = original.Answer;
        Headers = original.Headers;
        Oddities = original.Oddities;
        Faults = original.Faults;
    }

    /// <summary>A turn that answers by reading the request, as the server does when nothing is scripted.</summary>
    public static MimoTurn Unscripted { get; } = new(UnscriptedAnswer.Instance);

    internal TurnAnswer Answer { get; private init; }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    internal IReadOnlyList<MimoOddity> Oddities { get; private init; } = [];

    internal IReadOnlyList<MimoFault> Faults { get; private init; } = [];

    /// <summary>A turn that answers with text.</summary>
    /// <param name="text">The text; may be empty.</param>
    /// <param name="reasoning">See <see cref="WithReasoning"/>.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn Text(string text, string? reasoning = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MimoTurn(new ScriptedReply { Text = text, Reasoning = reasoning });
    }

    /// <summary>A turn that calls one tool.</summary>
    /// <param name="name">The name of the tool; it need not be one the request offers.</param>
    /// <param name="arguments">The <c>arguments</c>, character for character; need not be valid JSON.</param>
    /// <param name="reasoning">See <see cref="WithReasoning"/>.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn ToolCall(string name, [StringSyntax(StringSyntaxAttribute.Json)] string arguments, string? reasoning = null) =>
        ToolCalls(new MimoScriptedCall(name, arguments)).WithReasoning(reasoning);

    /// <summary>A turn that calls one or more tools at once; the real model does so whenever it likes.</summary>
    /// <param name="calls">The calls, in order; at least one.</param>
    /// <returns>The turn.</returns>
    /// <exception cref="ArgumentException"><paramref name="calls"/> is empty.</exception>
    public static MimoTurn ToolCalls(params MimoScriptedCall[] calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        if (calls.Length == 0)
        {
            throw new ArgumentException("A turn of tool calls needs at least one call.", nameof(calls));
        }

        return new MimoTurn(new ScriptedReply { ToolCalls = [.. calls] });
    }

    /// <summary>A turn that sends exactly these bytes, for what no other turn can say.</summary>
    /// <param name="status">The HTTP status, 200…599.</param>
    /// <param name="contentType">The <c>Content-Type</c>, for example <c>text/html</c> for the page of an edge device.</param>
    /// <param name="body">The body.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn Body(int status, string contentType, ReadOnlyMemory<byte> body)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return new MimoTurn(new RawAnswer(status, contentType, body.ToArray()));
    }

    /// <inheritdoc cref="Body(int, string, ReadOnlyMemory{byte})"/>
    public static MimoTurn Body(int status, string contentType, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Body(status, contentType, Encoding.UTF8.GetBytes(body));
    }

    /// <summary>A turn that sends this text as a successful event stream (status 200, <c>text/event-stream</c>), unchanged.</summary>
    /// <param name="events">The stream as it shall leave the server, with its <c>data: </c> prefixes and empty lines.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn EventStream(string events) => Body(200, "text/event-stream; charset=utf-8", events);

    /// <summary>The same turn with this reasoning. It is sent only when the request has thinking on, as in the real service.</summary>
    /// <param name="reasoning">
    /// The reasoning; may be empty; <see langword="null"/> lets the server write some, because with thinking on the real service always sends reasoning.
    /// </param>
    /// <returns>A new turn.</returns>
    /// <exception cref="InvalidOperationException">The turn is not a text or tool calls.</exception>
    public MimoTurn WithReasoning(string? reasoning) => WithReply(Reply with { Reasoning = reasoning });

    /// <summary>The same turn with text before its tool calls, or with another text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A new turn.</returns>
    /// <exception cref="InvalidOperationException">The turn is not a text or tool calls.</exception>
    public MimoTurn WithText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WithReply(Reply with { Text = text });
    }

    /// <summary>
    /// The same turn with this finish reason instead of the one that follows from the content, for example
    /// <c>content_filter</c> or <c>repetition_truncation</c>. Written in the OpenAI format's words; an answer in the
    /// Anthropic format says <c>end_turn</c>, <c>max_tokens</c> and <c>tool_use</c> for <c>stop</c>, <c>length</c> and <c>tool_calls</c>.
    /// </summary>
    /// <param name="finishReason">The finish reason; need not be a known one.</param>
    /// <returns>A new turn.</returns>
    /// <exception cref="InvalidOperationException">The turn is not a text or tool calls.</exception>
    public MimoTurn WithFinishReason(string finishReason)
    {
        ArgumentNullException.ThrowIfNull(finishReason);
        return WithReply(Reply with { FinishReason = finishReason });
    }

    /// <summary>The same turn, reporting that this many tokens of the prompt came from the cache.</summary>
    /// <param name="tokens">0 or more; at most the prompt's tokens are reported.</param>
    /// <returns>A new turn.</returns>
    /// <exception cref="InvalidOperationException">The turn is not a text or tool calls.</exception>
    public MimoTurn WithCachedTokens(int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        return WithReply(Reply with { CachedTokens = tokens });
    }

    /// <summary>The same turn with these sources of a web search. They are sent only when the request offers the search.</summary>
    /// <param name="citations">The sources in place of the one the server would make up; none for a search that finds nothing.</param>
    /// <returns>A new turn.</returns>
    /// <exception cref="InvalidOperationException">The turn is not a text or tool calls.</exception>
    public MimoTurn WithCitations(params MimoCitation[] citations) => WithReply(Reply with { Citations = [.. citations] });

    /// <summary>The same turn with a web search that failed: no sources, and this <c>error_message</c>. Sent only when the request offers the search.</summary>
    /// <param name="errorMessage">The message.</param>
    /// <returns>A new turn.</returns>
    /// <exception cref="InvalidOperationException">The turn is not a text or tool calls.</exception>
    public MimoTurn WithSearchError(string errorMessage)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorMessage);
        return WithReply(Reply with { SearchError = errorMessage });
    }

    /// <summary>The same turn with one more response header, for example <c>Retry-After</c>.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value.</param>
    /// <returns>A new turn.</returns>
    public MimoTurn WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return new MimoTurn(this) { Headers = [.. Headers, new KeyValuePair<string, string>(name, value)] };
    }

    /// <summary>
    /// The same turn, with its text or its calls bent the way the model was seen to bend them, or, with <see cref="MimoOddity.UndividedArguments"/>
    /// and <see cref="MimoOddity.SparseAnswer"/>, the same answer written as the service was seen to write it too. May be used several times.
    /// </summary>
    /// <param name="oddity">The oddity. It changes nothing where it finds nothing to bend, such as arguments in a turn of text.</param>
    /// <returns>A new turn.</returns>
    public MimoTurn WithOddity(MimoOddity oddity) => new(this) { Oddities = [.. Oddities, oddity] };

    /// <summary>The same turn, with something going wrong while it is sent. May be used several times.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>A new turn.</returns>
    public MimoTurn WithFault(MimoFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new MimoTurn(this) { Faults = [.. Faults, fault] };
    }

    internal MimoTurn WithoutOddity(int index) => new(this) { Oddities = [.. Oddities.Where((_, at) => at != index)] };

    internal MimoTurn WithoutFault(int index) => new(this) { Faults = [.. Faults.Where((_, at) => at != index)] };

    private ScriptedReply Reply => Answer as ScriptedReply ??
        throw new InvalidOperationException("Only a turn made by Text, ToolCall or ToolCalls has reasoning, a text, a finish reason and usage.");

    private MimoTurn WithReply(ScriptedReply reply) => new(this) { Answer = reply };
}
