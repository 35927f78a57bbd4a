using System.Text;
using System.Text.Json;
using Mimo.Wire;
using Mimo.Wire.Anthropic;

namespace Mimo.Telemetry;

/// <summary>Writes messages as the conventions want content recorded: a list of messages, each with its parts.</summary>
internal static class ContentText
{
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText Response = JsonEncodedText.Encode("response");
    private static readonly JsonEncodedText Arguments = JsonEncodedText.Encode("arguments");

    public static string WriteInput(IReadOnlyList<MimoMessage> messages) => Write(messages, finishReason: null);

    /// <summary>In the conventions an answer says why it ended.</summary>
    public static string WriteOutput(MimoResponse response) => Write([response.Message], response.FinishReason.Value);

    private static string Write(IReadOnlyList<MimoMessage> messages, string? finishReason)
    {
        using var buffer = new PooledBuffer();
        Utf8JsonWriter writer = JsonWriters.Rent(buffer);
        writer.WriteStartArray();
        foreach (MimoMessage message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, RoleNames.Of(message.Role));
            writer.WriteStartArray("parts"u8);
            WriteParts(writer, message);
            writer.WriteEndArray();
            if (finishReason is not null)
            {
                // Of the words that the conventions know, this is the one that MiMo has another for.
                writer.WriteString("finish_reason"u8, finishReason == MimoFinishReason.ToolCalls.Value ? "tool_call" : finishReason);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        JsonWriters.Return(writer);
        return Encoding.UTF8.GetString(buffer.Span);
    }

    private static void WriteParts(Utf8JsonWriter writer, MimoMessage message)
    {
        if (message.ToolCallId is { } id)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "tool_call_response"u8);
            writer.WriteString("id"u8, id);
            JsonText.WriteString(writer, Response, message.Text);
            writer.WriteEndObject();
            return;
        }

        foreach (MimoContent part in message.Content)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, part is MimoReasoningContent ? "reasoning"u8 : part is MimoTextContent ? "text"u8 : "media"u8);

            // Media by its description: traces are no place for files.
            JsonText.WriteString(writer, Content, part.ToString() ?? string.Empty);
            writer.WriteEndObject();
        }

        foreach (MimoToolCall call in message.ToolCalls)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "tool_call"u8);
            writer.WriteString("id"u8, call.Id);
            writer.WriteString("name"u8, call.Name);
            if (ToolInput.IsJsonObject(call.ArgumentsUtf8.Span))
            {
                writer.WritePropertyName(Arguments);
                writer.WriteRawValue(call.ArgumentsUtf8.Span, skipInputValidation: true);
            }
            else
            {
                JsonText.WriteString(writer, Arguments, call.Arguments);
            }

            writer.WriteEndObject();
        }
    }
}
