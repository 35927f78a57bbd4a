using Mimo;
using Mimo.Testing;
using Spectre.Console;

namespace Quickstart;

/// <summary>A client of the real MiMo if the environment has a key, else of a local stand-in.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly MimoServer? _server;

    private Connection(MimoClient client, MimoServer? server)
    {
        Client = client;
        _server = server;
    }

    public MimoClient Client { get; }

    public static async Task<Connection> OpenAsync()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("MIMO_API_KEY")))
        {
            return new Connection(MimoClient.FromEnvironment(), server: null);
        }

        MimoServer server = await MimoServer.StartAsync();
        AnsiConsole.MarkupLineInterpolated($"[grey]No MIMO_API_KEY: talking to a local MiMo at {server.Endpoint}.[/]");
        return new Connection(new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint }), server);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
