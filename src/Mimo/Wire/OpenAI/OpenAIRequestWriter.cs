using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Writes the body of <c>POST /v1/chat/completions</c>. What is not set is left out; null is never sent.</summary>
internal static class OpenAIRequestWriter
{
    private static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");
    private static readonly JsonEncodedText Tools = JsonEncodedText.Encode("tools");
    private static readonly JsonEncodedText ToolChoice = JsonEncodedText.Encode("tool_choice");
    private static readonly JsonEncodedText Auto = JsonEncodedText.Encode("auto");
    private static readonly JsonEncodedText Stream = JsonEncodedText.Encode("stream");

    public static void Write(Utf8JsonWriter writer, MimoRequest request, in RequestWriting writing, RequestBody? body)
    {
        writer.WriteStartObject();
        if ((request.Model ?? writing.DefaultModel) is { } model)
        {
            writer.WriteString(Model, model);
        }

        WriteMessages(writer, request, writing, body);
        WriteTools(writer, request);
        WriteOptions(writer, request);
        writer.WriteBoolean(Stream, writing.Stream);
        if (writing.Stream)
        {
            // Without it the usage of a stream may be missing.
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter writer, MimoRequest request, in RequestWriting writing, RequestBody? body)
    {
        var messageWriting = new MessageWriting(MimoFormat.OpenAI, request.Thinking == MimoThinking.Disabled, writing.BlankForEmptyContent);
        ConversationWriter.Room room = default;
        writer.WriteStartArray(Messages);
        new ConversationWriter(request.Messages, messageWriting, room).Write(writer, body);
        writer.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter writer, MimoRequest request)
    {
        if (request.Tools.Count == 0 && request.WebSearch is null)
        {
            return;
        }

        writer.WritePropertyName(Tools);
        ReadOnlySpan<byte> tools = request.Tools.Encode(MimoFormat.OpenAI);
        if (request.WebSearch is { } search)
        {
            // The encoding is an array; its items go into one that is longer by the search.
            writer.WriteStartArray();
            ReadOnlySpan<byte> items = tools[1..^1];
            if (!items.IsEmpty)
            {
                writer.WriteRawValue(items, skipInputValidation: true);
            }

            OpenAIWebSearchWriter.Write(writer, search);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteRawValue(tools, skipInputValidation: true);
        }

        writer.WriteString(ToolChoice, Auto);
    }

    private static void WriteOptions(Utf8JsonWriter writer, MimoRequest request)
    {
        if (request.MaxCompletionTokens is { } maxCompletionTokens)
        {
            writer.WriteNumber("max_completion_tokens"u8, maxCompletionTokens);
        }

        RequestOptions.WriteNumber(writer, "temperature"u8, request.Temperature);
        RequestOptions.WriteNumber(writer, "top_p"u8, request.TopP);
        RequestOptions.WriteNumber(writer, "frequency_penalty"u8, request.FrequencyPenalty);
        RequestOptions.WriteNumber(writer, "presence_penalty"u8, request.PresencePenalty);
        if (request.Stop.Count > 0)
        {
            RequestOptions.WriteStop(writer, "stop"u8, request.Stop);
        }

        if (request.Thinking != MimoThinking.Default)
        {
            RequestOptions.WriteThinking(writer, request.Thinking);
        }

        if (request.ResponseFormat == MimoResponseFormat.JsonObject)
        {
            writer.WriteStartObject("response_format"u8);
            writer.WriteString("type"u8, "json_object"u8);
            writer.WriteEndObject();
        }
    }
}
