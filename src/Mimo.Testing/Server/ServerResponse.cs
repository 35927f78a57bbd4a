using Mimo.Testing.Rules;

namespace Mimo.Testing.Server;

/// <summary>A response, complete before its first byte is sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Parts">The body in the parts it is flushed in: one event each for a stream.</param>
internal sealed record ServerResponse(int Status, string ContentType, IReadOnlyList<byte[]> Parts)
{
    private const string JsonType = "application/json";
    private const string EventStreamType = "text/event-stream; charset=utf-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the journal says became of the request.</summary>
    public required string Outcome { get; init; }

    /// <summary>An error event to put in the place of others; null where the response is no stream.</summary>
    public Func<ApiError, byte[]>? WriteErrorEvent { get; init; }

    public bool IsStream => WriteErrorEvent is not null;

    /// <summary>How many of the parts come before the answer is complete: in both formats a stream ends with three parts that add nothing to it.</summary>
    public int PartsOfAnswer => IsStream ? Math.Max(1, Parts.Count - 3) : Parts.Count;

    /// <summary>How many bytes come before the answer may be complete; 0 where nobody here knows what the bytes say.</summary>
    public int BytesOfAnswer => IsRaw ? 0 : Parts.Take(PartsOfAnswer).Sum(part => part.Length);

    private bool IsRaw { get; init; }

    public static ServerResponse Json(byte[] body) => new(200, JsonType, [body]) { Outcome = "200" };

    public static ServerResponse EventStream(IEnumerable<byte[]> events, Func<ApiError, byte[]> writeErrorEvent) =>
        new(200, EventStreamType, [.. events]) { Outcome = "200 stream", WriteErrorEvent = writeErrorEvent };

    public static ServerResponse Raw(int status, string contentType, byte[] body) =>
        new(status, contentType, [body]) { Outcome = $"{status} {contentType}", IsRaw = true };

    /// <summary>An error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="withDataPrefix">Whether the body starts with <c>data:</c>, which the service was seen to do on streaming requests.</param>
    public static ServerResponse Error(ApiError error, bool withDataPrefix) =>
        new(error.Status, JsonType, [withDataPrefix ? [.. "data:"u8, .. error.ToUtf8()] : error.ToUtf8()])
        {
            Outcome = $"{error.Status} {error.Message} {error.Parameter}".TrimEnd(),
        };
}
