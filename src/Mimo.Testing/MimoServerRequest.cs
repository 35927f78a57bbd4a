using System.Text;

namespace Mimo.Testing;

/// <summary>A request a <see cref="MimoServer"/> received, as it came over the wire. Thread-safe; only <see cref="Outcome"/> ever changes, and once.</summary>
public sealed class MimoServerRequest
{
    private volatile string? _outcome;

    internal MimoServerRequest(string method, string path, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Path = path;
        Headers = headers;
        Body = body;
    }

    /// <summary>The HTTP method in capitals, for example <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>The path as sent, without query, for example <c>/v1/chat/completions</c>.</summary>
    public string Path { get; }

    /// <summary>
    /// The headers, by name in any case; several values of one name are joined by <c>", "</c>. The values of
    /// headers that carry a key are replaced by <c>***</c>: the journal of a test run ends up in logs.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The exact bytes of the body; empty when there was none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>
    /// What became of the request, in words for a test log: the status, then why it was refused or what was made to go wrong.
    /// <see langword="null"/> until the answer is decided, which is before its first byte is sent.
    /// </summary>
    public string? Outcome
    {
        get => _outcome;
        internal set => _outcome = value;
    }

    /// <summary>The method, the path, the length of the body and the outcome.</summary>
    /// <returns>A line for a test log; it holds no header and nothing of the body.</returns>
    public override string ToString() => $"{Method} {Path} ({Body.Length} bytes): {Outcome ?? "not answered yet"}";
}
