using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Bare;

internal sealed record Trip(string City, Pace Pace, List<Sight> Sights);

internal sealed record Sight(int Day, string Name);

internal enum Pace
{
    Slow,
    Brisk,
}

/// <summary>
/// The least code for this one conversation in the OpenAI format. It knows no other format, no failure, no second tool, and
/// trusts the model.
/// </summary>
internal sealed class Conversation(HttpClient http, string endpoint, string key)
{
    private const string System = "You are a travel agent. Be brief.";

    private const string PlanSystem = System + """


        Answer with one JSON object and nothing else: no prose, no Markdown fence. It must be valid against this JSON schema:
        {"description":"A trip.","type":"object","properties":{"city":{"type":"string","description":"Where it goes."},"pace":{"type":"string","description":"How much is in a day.","enum":["Slow","Brisk"]},"sights":{"type":"array","description":"What to see.","items":{"description":"A part of a trip.","type":"object","properties":{"day":{"type":"integer"},"name":{"type":"string"}},"required":["day","name"],"additionalProperties":false}}},"required":["city","pace","sights"],"additionalProperties":false}
        """;

    private static ReadOnlySpan<byte> WeatherTool => """
        {"type":"function","function":{"name":"get_current_weather","description":"Get the current weather in a given location","parameters":{"type":"object","properties":{"location":{"type":"string","description":"The city and state, e.g. San Francisco, CA"},"unit":{"type":"string","enum":["Celsius","Fahrenheit"],"default":"Celsius"}},"required":["location"],"additionalProperties":false}}}
        """u8;

    private readonly Uri _address = new(endpoint.TrimEnd('/') + "/v1/chat/completions");

    public async Task<Trip> PlanAsync(string city, int days)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Begin(writer, PlanSystem, $"Plan a trip of {days} days to {city}.");
            writer.WriteEndArray();
            writer.WriteStartObject("response_format"u8);
            writer.WriteString("type"u8, "json_object"u8);
            writer.WriteEndObject();
            writer.WriteBoolean("stream"u8, false);
            writer.WriteEndObject();
        }

        using HttpResponseMessage response = await PostAsync(buffer);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        return Answers.ReadTrip(Encoding.UTF8.GetBytes(Answers.ReadContent(body)));
    }

    public async Task AskAsync(string question)
    {
        Turn call = await StreamAsync(WriteQuestion(question, null, null));
        string location = Answers.ReadLocation(Encoding.UTF8.GetBytes(call.Arguments.ToString()));
        string result = $$"""{"location":"{{location}}","temperature":22,"unit":"Celsius","sky":"sunny"}""";
        Console.WriteLine($"{call.Name}: {result}");
        await StreamAsync(WriteQuestion(question, call, result));
    }

    private static ArrayBufferWriter<byte> WriteQuestion(string question, Turn? call, string? result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        Begin(writer, System, question);
        if (call is not null)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, "assistant"u8);
            writer.WriteString("content"u8, call.Text.ToString());
            writer.WriteString("reasoning_content"u8, call.Reasoning.ToString());
            writer.WriteStartArray("tool_calls"u8);
            writer.WriteStartObject();
            writer.WriteString("id"u8, call.Id);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, call.Name);
            writer.WriteString("arguments"u8, call.Arguments.ToString());
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteStartObject();
            writer.WriteString("role"u8, "tool"u8);
            writer.WriteString("tool_call_id"u8, call.Id);
            writer.WriteString("content"u8, result);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("tools"u8);
        writer.WriteRawValue(WeatherTool, skipInputValidation: true);
        writer.WriteEndArray();
        writer.WriteString("tool_choice"u8, "auto"u8);
        writer.WriteBoolean("stream"u8, true);
        writer.WriteStartObject("stream_options"u8);
        writer.WriteBoolean("include_usage"u8, true);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer;
    }

    private static void Begin(Utf8JsonWriter writer, string system, string user)
    {
        writer.WriteStartObject();
        writer.WriteString("model"u8, "mimo-v2-pro"u8);
        writer.WriteStartArray("messages"u8);
        writer.WriteStartObject();
        writer.WriteString("role"u8, "system"u8);
        writer.WriteString("content"u8, system);
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("role"u8, "user"u8);
        writer.WriteString("content"u8, user);
        writer.WriteEndObject();
    }

    private async Task<Turn> StreamAsync(ArrayBufferWriter<byte> request)
    {
        using HttpResponseMessage response = await PostAsync(request);
        using Stream body = await response.Content.ReadAsStreamAsync();
        using var lines = new StreamReader(body);
        var turn = new Turn();
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && line != "data: [DONE]")
            {
                int length = turn.Text.Length;
                Answers.ReadPiece(Encoding.UTF8.GetBytes(line, 6, line.Length - 6), turn);
                Console.Write(turn.Text.ToString(length, turn.Text.Length - length));
            }
        }

        return turn;
    }

    private async Task<HttpResponseMessage> PostAsync(ArrayBufferWriter<byte> body)
    {
        using var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        request.Headers.TryAddWithoutValidation("api-key", key);
        HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }
}
