using Mimo;
using Mimo.Testing;
using Spectre.Console;

namespace Samples;

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

    /// <param name="turns">What the local stand-in answers first; then, or if there are none, it answers by reading the requests.</param>
    public static async Task<Connection> OpenAsync(params MimoTurn[] turns)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("MIMO_API_KEY")))
        {
            // An account has limits; the client waits rather than run into them.
            return new Connection(MimoClient.FromEnvironment(static options => options with { RateLimits = MimoRateLimits.PerAccount }), server: null);
        }

        MimoServer server = await MimoServer.StartAsync();
        server.Enqueue(turns);
        AnsiConsole.MarkupLineInterpolated($"[grey]No MIMO_API_KEY: talking to a local MiMo at {server.Endpoint}.[/]");
        return new Connection(new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint, RateLimits = new MimoRateLimits(120_000, 100_000_000) }), server);
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
