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

    public static ServerResponse Json(byte[] body) => new(200, JsonType, [body]);

    public static ServerResponse EventStream(IEnumerable<byte[]> events) => new(200, EventStreamType, [.. events]);

    /// <summary>An error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="withDataPrefix">Whether the body starts with <c>data:</c>, which the service was seen to do on streaming requests.</param>
    public static ServerResponse Error(ApiError error, bool withDataPrefix) =>
        new(error.Status, JsonType, withDataPrefix ? ["data:"u8.ToArray(), error.ToUtf8()] : [error.ToUtf8()]);
}
