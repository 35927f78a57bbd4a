using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>A local MiMo and a client of it.</summary>
internal sealed class LocalMimo : IAsyncDisposable
{
    private LocalMimo(MimoServer server, MimoFormat format)
    {
        Server = server;
        Client = new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint, Format = format });
    }

    public MimoServer Server { get; }

    public MimoClient Client { get; }

    public static Task<LocalMimo> StartAsync(params MimoTurn[] turns) => StartAsync(MimoFormat.OpenAI, turns);

    public static Task<LocalMimo> StartAsync(MimoFormat format, params MimoTurn[] turns) => StartAsync(format, MimoStrictness.Faithful, turns);

    public static async Task<LocalMimo> StartAsync(MimoFormat format, MimoStrictness strictness, params MimoTurn[] turns) =>
        new((await MimoServer.StartAsync(new MimoServerOptions { Strictness = strictness })).Enqueue(turns), format);

    /// <summary>The messages of a request as they came over the wire, as <c>role: content</c>.</summary>
    public IReadOnlyList<string> Messages(int request) => JsonNode.Parse(Server.Requests[request].BodyText)!["messages"]!.AsArray()
        .Select(static message => $"{message!["role"]}: {message["content"]}")
        .ToList();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
