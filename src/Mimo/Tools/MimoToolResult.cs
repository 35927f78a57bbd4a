using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Mimo;

/// <summary>What a tool call gave: the text that goes back to the model, and whether it reports a failure. Immutable.</summary>
[DebuggerDisplay("{Content}")]
public sealed class MimoToolResult
{
    // A string, the bytes of its UTF-8 form, or a failure: most results are made, read once and dropped, so they hold one reference.
    private readonly object _content;

    private MimoToolResult(object content) => _content = content;

    /// <summary>The result of a tool that returns nothing: the text <c>done</c>, since an empty answer puzzles models.</summary>
    public static MimoToolResult Done { get; } = FromText("done");

    /// <summary>Whether the call failed; the content then tells the model why.</summary>
    public bool IsError => _content is Failure;

    /// <summary>What goes back to the model, as text: a string result as itself, anything else as JSON. The text of JSON is made anew each time.</summary>
    public string Content => _content switch
    {
        string text => text,
        Failure failure => failure.Content,
        _ => Encoding.UTF8.GetString((byte[])_content),
    };

    /// <summary>The same in UTF-8; of a text it is made anew each time.</summary>
    public ReadOnlyMemory<byte> ContentUtf8 => _content switch
    {
        string text => Encoding.UTF8.GetBytes(text),
        Failure failure => Encoding.UTF8.GetBytes(failure.Content),
        _ => (byte[])_content,
    };

    /// <summary>What the tool threw, for logs; null if it threw nothing. Its text is not sent to the model unless it is a <see cref="MimoToolException"/>.</summary>
    public Exception? Exception => (_content as Failure)?.Exception;

    /// <summary>A result that is text, sent as it stands.</summary>
    /// <param name="content">The text; null is sent as the JSON text <c>null</c>.</param>
    public static MimoToolResult FromText(string? content) => new(content ?? "null");

    /// <summary>A result that is JSON.</summary>
    /// <param name="contentUtf8">The UTF-8 JSON text, not empty. It must not change afterwards: memory that is a whole array is kept, not copied.</param>
    /// <exception cref="ArgumentException">The text is empty, which is no JSON.</exception>
    public static MimoToolResult FromJson(ReadOnlyMemory<byte> contentUtf8) => contentUtf8.IsEmpty
        ? throw new ArgumentException("An empty text is not JSON.", nameof(contentUtf8))
        : new MimoToolResult(WholeArray(contentUtf8));

    /// <summary>A failure in words for the model.</summary>
    /// <param name="content">What went wrong and what the model could do about it.</param>
    /// <param name="exception">What was thrown, for logs.</param>
    public static MimoToolResult FromError(string content, Exception? exception = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new MimoToolResult(new Failure(content, exception));
    }

    /// <summary>
    /// A failure by exception. The model hears the message of a <see cref="MimoToolException"/>; of any other exception it
    /// hears only that the tool failed, since such messages may hold what the model must not see.
    /// </summary>
    public static MimoToolResult FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        string content = exception is MimoToolException ? exception.Message : "The tool failed with an internal error.";
        return new MimoToolResult(new Failure(content, exception));
    }

    /// <inheritdoc/>
    public override string ToString() => Content;

    private static byte[] WholeArray(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment) && segment.Count == segment.Array!.Length ? segment.Array : bytes.ToArray();

    private sealed record Failure(string Content, Exception? Exception);
}
