using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Writes the tool calls of an assistant's turn as the array that <c>tool_calls</c> holds.</summary>
internal static class OpenAIToolCallWriter
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Function = JsonEncodedText.Encode("function");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Arguments = JsonEncodedText.Encode("arguments");

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<MimoToolCall> calls)
    {
        writer.WriteStartArray();
        foreach (MimoToolCall call in calls)
        {
            writer.WriteStartObject();
            JsonText.WriteString(writer, Id, call.Id);
            writer.WriteString(Type, "function"u8);
            writer.WriteStartObject(Function);
            JsonText.WriteString(writer, Name, call.Name);
            writer.WriteString(Arguments, call.ArgumentsUtf8.Span);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
