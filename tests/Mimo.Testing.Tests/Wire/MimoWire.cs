using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Tests.Wire;

/// <summary>A plain HTTP client for a server under test: raw JSON in, raw JSON out, no help from the Mimo client.</summary>
internal sealed class MimoWire : IAsyncDisposable
{
    private MimoWire(MimoServer server)
    {
        Server = server;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Endpoint, Timeout = TimeSpan.FromSeconds(30) };
    }

    public MimoServer Server { get; }

    public HttpClient Http { get; }

    public static async Task<MimoWire> StartAsync(MimoServerOptions? options = null) => new(await MimoServer.StartAsync(options));

    public Task<WireAnswer> ChatAsync(JsonObject body) => ChatAsync(body.ToJsonString());

    public Task<WireAnswer> ChatAsync(string body) => PostAsync("/v1/chat/completions", body);

    public async Task<WireAnswer> PostAsync(string path, string body)
    {
        using HttpRequestMessage request = NewPost(path, body);
        return await SendAsync(request);
    }

    public async Task<WireAnswer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Http.SendAsync(request);
        return new WireAnswer(response.StatusCode, response.Content.Headers.ContentType, await response.Content.ReadAsStringAsync());
    }

    public HttpRequestMessage NewPost(string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("api-key", Server.ApiKey);
        return request;
    }

    /// <summary>The events of a streamed answer, read while they arrive.</summary>
    public async Task<List<SseItem<string>>> StreamAsync(JsonObject body, string path = "/v1/chat/completions")
    {
        body["stream"] = true;
        using HttpRequestMessage request = NewPost(path, body.ToJsonString());
        using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = new List<SseItem<string>>();
        await foreach (SseItem<string> item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add(item);
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>What came back over the wire.</summary>
internal sealed record WireAnswer(HttpStatusCode Status, MediaTypeHeaderValue? ContentType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonNode Error => Json["error"]!;

    public JsonNode Choice => Json["choices"]![0]!;

    public JsonNode Message => Choice["message"]!;

    public string Content => Message["content"]!.GetValue<string>();

    public JsonElement Element => JsonDocument.Parse(Text).RootElement;
}
