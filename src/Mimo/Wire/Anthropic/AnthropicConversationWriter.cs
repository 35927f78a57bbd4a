using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Writes <c>messages</c>: the conversation without its system messages, neighbouring tool results joined in one user message.</summary>
internal static class AnthropicConversationWriter
{
    private static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");

    public static void Write(Utf8JsonWriter writer, MimoRequest request, in RequestWriting writing)
    {
        var messageWriting = new MessageWriting(MimoFormat.Anthropic, request.Thinking == MimoThinking.Disabled, writing.BlankForEmptyContent);
        writer.WriteStartArray(Messages);
        KeptMessages.Write(writer, request.Messages, messageWriting, WriteAll);
        writer.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter writer, IReadOnlyList<MimoMessage> messages, int start, int end, in MessageWriting writing)
    {
        bool isInToolResults = false;
        for (int i = start; i < end; i++)
        {
            MimoMessage message = messages[i];
            if (message.Role == MimoRole.System)
            {
                continue;
            }

            bool isToolResult = message.Role == MimoRole.Tool;
            if (isToolResult && !isInToolResults)
            {
                writer.WriteStartObject();
                writer.WriteString(Role, "user"u8);
                writer.WriteStartArray(Content);
            }
            else if (!isToolResult && isInToolResults)
            {
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            isInToolResults = isToolResult;
            AnthropicMessageWriter.Write(writer, message, writing);
        }

        if (isInToolResults)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
