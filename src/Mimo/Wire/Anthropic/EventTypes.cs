using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>The event types. The one of which an answer has hundreds is read without a new string for each.</summary>
internal static class EventTypes
{
    public const string MessageStart = "message_start";
    public const string BlockStart = "content_block_start";
    public const string BlockDelta = "content_block_delta";
    public const string BlockStop = "content_block_stop";
    public const string MessageDelta = "message_delta";
    public const string MessageStop = "message_stop";
    public const string Ping = "ping";

    /// <summary>Not an event, but what a whole message says that it is; a host that cannot stream may send it as one.</summary>
    public const string Message = "message";

    public static string? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && WireReader.ValueIs(reader, "content_block_delta"u8) ? BlockDelta : WireReader.String(ref reader);

    public static bool IsKnown(string type) => type is MessageStart or BlockStart or BlockDelta or BlockStop or MessageDelta or MessageStop or Ping or Message;
}
