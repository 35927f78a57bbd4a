using System.Globalization;
using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Writes the body of <c>POST /anthropic/v1/messages</c>. What is not set is left out; null is never sent.</summary>
internal static class AnthropicRequestWriter
{
    /// <summary>The format requires a limit on every host; this one is within the range of every chat model.</summary>
    private const int DefaultMaxTokens = 32768;

    private static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText MaxTokens = JsonEncodedText.Encode("max_tokens");
    private static readonly JsonEncodedText System = JsonEncodedText.Encode("system");
    private static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");
    private static readonly JsonEncodedText Tools = JsonEncodedText.Encode("tools");
    private static readonly JsonEncodedText Stream = JsonEncodedText.Encode("stream");

    public static void Write(Utf8JsonWriter writer, MimoRequest request, in RequestWriting writing, RequestBody? body)
    {
        ThrowIfInexpressible(request.FrequencyPenalty, nameof(MimoRequest.FrequencyPenalty));
        ThrowIfInexpressible(request.PresencePenalty, nameof(MimoRequest.PresencePenalty));
        if (request.WebSearch is not null)
        {
            throw new NotSupportedException(
                $"The request sets {nameof(MimoRequest.WebSearch)}, but MiMo has no web search in the Anthropic format. Leave it unset, or use {nameof(MimoFormat)}.{nameof(MimoFormat.OpenAI)}.");
        }

        writer.WriteStartObject();
        if ((request.Model ?? writing.DefaultModel) is { } model)
        {
            writer.WriteString(Model, model);
        }

        writer.WriteNumber(MaxTokens, request.MaxCompletionTokens ?? DefaultMaxTokens);
        WriteMessages(writer, request, body);
        if (request.Tools.Count > 0)
        {
            writer.WritePropertyName(Tools);
            writer.WriteRawValue(request.Tools.Encode(MimoFormat.Anthropic), skipInputValidation: true);
            writer.WriteStartObject("tool_choice"u8);
            writer.WriteString("type"u8, "auto"u8);
            writer.WriteEndObject();
        }

        RequestOptions.WriteNumber(writer, "temperature"u8, request.Temperature);
        RequestOptions.WriteNumber(writer, "top_p"u8, request.TopP);
        if (request.Stop.Count > 0)
        {
            RequestOptions.WriteStop(writer, "stop_sequences"u8, request.Stop);
        }

        if (request.Thinking != MimoThinking.Default)
        {
            RequestOptions.WriteThinking(writer, request.Thinking);
        }

        writer.WriteBoolean(Stream, writing.Stream);
        writer.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter writer, MimoRequest request, RequestBody? body)
    {
        // The server refuses empty blocks, so there are none in this format, whatever the host.
        var messageWriting = new MessageWriting(MimoFormat.Anthropic, request.Thinking == MimoThinking.Disabled, BlankForEmptyContent: false);
        ConversationWriter.Room room = default;
        var conversation = new ConversationWriter(request.Messages, messageWriting, room);
        if (conversation.System is { } system)
        {
            writer.WriteString(System, system);
        }

        writer.WriteStartArray(Messages);
        conversation.Write(writer, body);
        writer.WriteEndArray();
    }

    private static void ThrowIfInexpressible(double? penalty, string name)
    {
        // Zero is the server's default, so leaving it out says the same.
        if (penalty is { } value && value != 0)
        {
            throw new NotSupportedException(
                string.Create(CultureInfo.InvariantCulture, $"The request sets {name} to {value}, but the Anthropic format has no such field. Leave it unset, or use {nameof(MimoFormat)}.{nameof(MimoFormat.OpenAI)}."));
        }
    }
}
