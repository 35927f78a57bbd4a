using System.Buffers;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>
/// The same exchange by hand: the least code that sends this conversation and reads what of the answer is used. It knows no
/// options, no other format, no failure and no limit; nothing that talks to MiMo can do with less.
/// </summary>
internal static partial class Floor
{
    public static readonly Uri Address = new("https://api.mimo-v2.com/v1/chat/completions");
    public static readonly MediaTypeHeaderValue Json = new("application/json");

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    public sealed record Answer(string Id, string Model, string Content, string? Reasoning, string? FinishReason, Usage? Usage, List<Call>? Calls);

    public sealed record Usage(long Prompt, long Completion, long Cached, long Reasoning);

    public sealed record Call(string Id, string Name, byte[] Arguments);

    public static HttpClient CreateClient(byte[] answer, string mediaType) => new(new StubHandler(answer, mediaType));

    public static int Write(ArrayBufferWriter<byte> buffer, bool stream = false)
    {
        buffer.ResetWrittenCount();
        Utf8JsonWriter writer = t_writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteString("model"u8, Conversation.Model);
        writer.WriteStartArray("messages"u8);
        WriteMessage(writer, "system"u8, Conversation.SystemText);
        WriteMessage(writer, "user"u8, Conversation.UserText);
        writer.WriteEndArray();
        writer.WriteStartArray("tools"u8);
        foreach (MimoTool tool in Conversation.Tools)
        {
            WriteTool(writer, tool);
        }

        writer.WriteEndArray();
        writer.WriteString("tool_choice"u8, "auto"u8);
        writer.WriteNumber("max_completion_tokens"u8, 1024);
        writer.WriteNumber("temperature"u8, 1d);
        writer.WriteBoolean("stream"u8, stream);
        if (stream)
        {
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenCount;
    }

    public static async Task<int> SendAsync(HttpClient client)
    {
        using HttpResponseMessage response = await PostAsync(client, stream: false);
        using Stream body = await response.Content.ReadAsStreamAsync();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        int length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length)) is > 0 and int count)
        {
            length += count;
            if (length == buffer.Length)
            {
                byte[] larger = ArrayPool<byte>.Shared.Rent(length * 2);
                buffer.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }

        Answer answer = Read(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return answer.Calls!.Count;
    }

    public static async Task<int> StreamAsync(HttpClient client)
    {
        using HttpResponseMessage response = await PostAsync(client, stream: true);
        using Stream body = await response.Content.ReadAsStreamAsync();
        var whole = new StringBuilder();
        int length = 0;
        await foreach (SseItem<string?> item in SseParser.Create(body, static (_, data) => ReadPiece(data)).EnumerateAsync())
        {
            length += item.Data?.Length ?? 0;
            whole.Append(item.Data);
        }

        return whole.ToString().Length == length ? length : -1;
    }

    private static void WriteMessage(Utf8JsonWriter writer, ReadOnlySpan<byte> role, string content)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        writer.WriteString("content"u8, content);
        writer.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter writer, MimoTool tool)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, tool.Name);
        writer.WriteString("description"u8, tool.Description);
        writer.WritePropertyName("parameters"u8);
        writer.WriteRawValue(tool.ParametersSchema.Span, skipInputValidation: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, bool stream)
    {
        ArrayBufferWriter<byte> buffer = t_buffer ??= new ArrayBufferWriter<byte>(4096);
        Write(buffer, stream);
        using var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        request.Headers.TryAddWithoutValidation("api-key", "sk-benchmark");
        HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }
}
