using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>The event types, read without a new string for each event.</summary>
internal static class EventTypes
{
    public const string BlockStart = "content_block_start";
    public const string BlockDelta = "content_block_delta";
    public const string BlockStop = "content_block_stop";
    public const string MessageDelta = "message_delta";
    public const string MessageStop = "message_stop";

    public static string? Read(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? WireReader.String(ref reader)
        : WireReader.ValueIs(reader, "content_block_delta"u8) ? BlockDelta
        : WireReader.String(ref reader);
}
