using Microsoft.AspNetCore.Builder;
using Mimo.Testing.Server;

namespace Mimo.Testing;

/// <summary>
/// A MiMo service on this machine: real HTTP on a loopback port, no network, no key, no cost. It answers from a script or by
/// reading the request, and it refuses what the real service refuses, with the same status codes and bodies.
/// </summary>
/// <remarks>
/// <para>
/// Unscripted, it calls an offered tool when the last user message has words in common with the tool's name, description or
/// parameters, with arguments that are valid for the tool's schema and taken from the message where they fit; it answers from
/// tool results once they are there; in JSON mode it answers with an instance of the schema found in the instructions; and
/// otherwise it answers in a sentence or two. The same request gets the same answer.
/// </para>
/// <para>All members may be used from several threads at once.</para>
/// </remarks>
/// <example>
/// <code>
/// await using var server = await MimoServer.StartAsync();
/// server.Enqueue(MimoTurn.ToolCall("get_weather", """{"city":"Beijing"}"""), MimoTurn.Text("It is sunny."));
/// // … run the code under test against server.Endpoint with server.ApiKey …
/// Assert.Equal(2, server.Requests.Count);
/// </code>
/// </example>
public sealed class MimoServer : IAsyncDisposable
{
    /// <summary>
    /// The key a server accepts unless <see cref="MimoServerOptions.ApiKey"/> says otherwise. It begins as no ordinary text does: a
    /// client blots its key out of errors, and the beginning of its key too.
    /// </summary>
    public const string DefaultApiKey = "key.of.the.local.mimo";

    private readonly WebApplication _app;
    private readonly Journal _journal;
    private readonly Script _script;
    private readonly CancellationTokenSource _stopping;
    private readonly Lazy<Task> _stop;

    private MimoServer(WebApplication app, Journal journal, Script script, CancellationTokenSource stopping, string apiKey)
    {
        _app = app;
        _journal = journal;
        _script = script;
        _stopping = stopping;
        _stop = new Lazy<Task>(StopAsync);
        ApiKey = apiKey;
        Endpoint = new Uri(app.Urls.First());
    }

    /// <summary>
    /// The root of the service, for example <c>http://127.0.0.1:41234</c>; <c>/v1/chat/completions</c>,
    /// <c>/v1/models</c> and <c>/anthropic/v1/messages</c> are below it.
    /// </summary>
    public Uri Endpoint { get; }

    /// <summary>The key the server accepts, as <c>api-key: KEY</c> or <c>Authorization: Bearer KEY</c>; in the Anthropic
    /// format also as <c>x-api-key: KEY</c>.</summary>
    public string ApiKey { get; }

    /// <summary>Everything received so far, in the order in which they were judged, refused requests included: a snapshot that later requests don't change.</summary>
    public IReadOnlyList<MimoServerRequest> Requests => _journal.Snapshot();

    /// <summary>How many enqueued turns no request has taken yet; 0 at the end of a test says that all came to pass.</summary>
    public int TurnsLeft => _script.Count;

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it behaves; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running server; dispose it to stop it.</returns>
    /// <exception cref="IOException">The port asked for is taken.</exception>
    public static async Task<MimoServer> StartAsync(MimoServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MimoServerOptions();
        var journal = new Journal();
        var script = new Script();
        var stopping = new CancellationTokenSource();
        var handler = new RequestHandler(options, journal, script, stopping.Token);
        WebApplication app = await ServerHost.StartAsync(options.Port, handler.HandleAsync, cancellationToken).ConfigureAwait(false);
        return new MimoServer(app, journal, script, stopping, options.ApiKey);
    }

    /// <summary>Scripts the next answers. Requests that keep the rules take them in this order; when none is left the server answers unscripted again.</summary>
    /// <param name="turns">The turns.</param>
    /// <returns>This server.</returns>
    public MimoServer Enqueue(params MimoTurn[] turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        foreach (MimoTurn turn in turns)
        {
            ArgumentNullException.ThrowIfNull(turn, nameof(turns));
        }

        _script.Add(turns);
        return this;
    }

    /// <summary>Stops the server: no new requests, and those under way are cut off. Once is enough, and again does no harm.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public ValueTask DisposeAsync() => new(_stop.Value);

    private async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }
}
