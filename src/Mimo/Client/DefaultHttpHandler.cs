using System.Diagnostics.CodeAnalysis;

namespace Mimo;

/// <summary>The HTTP handler of clients that are given none.</summary>
internal static class DefaultHttpHandler
{
    private const string Switch = "Mimo.DefaultHttpHandler";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether the program holds it: yes, unless its project says <c>MimoDefaultHttpHandler=false</c>. Trimming then removes sockets
    /// and TLS from a program that brings a handler of its own, more than half of what it weighs.
    /// </summary>
#if NET9_0_OR_GREATER
    [FeatureSwitchDefinition(Switch)]
#endif
    private static bool IsIncluded => !AppContext.TryGetSwitch(Switch, out bool isIncluded) || isIncluded;

    /// <summary>Makes the handler of a client that talks to one address.</summary>
    /// <exception cref="MimoException">The program was built without it.</exception>
    public static HttpMessageHandler Create(Uri address) => IsIncluded ? CreateSocketsHandler(address) : throw Missing();

    /// <summary>How long a handler tries to connect, where that is the only time limit that it has; null where nobody can tell.</summary>
    /// <param name="handler">The handler that was handed in; null for the client's own.</param>
    public static TimeSpan? ConnectTimeoutOf(HttpMessageHandler? handler) =>
        handler is null ? ConnectTimeout : (handler as SocketsHttpHandler)?.ConnectTimeout;

    private static SocketsHttpHandler CreateSocketsHandler(Uri address) => new()
    {
        // A proxy is another machine: it can't come back to this one, but it would read the key on its way there.
        UseProxy = !address.IsLoopback,

        // A redirect would carry the key to another host.
        AllowAutoRedirect = false,
        UseCookies = false,

        // No automatic decompression: it would hold up a stream, and its code is larger than all of the client.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = ConnectTimeout,

        // A finished answer has but its last bytes to come; one that is left early is to stop at once, for each token costs.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
    };

    private static MimoException Missing() => new(
        $"This program was built without the client's own HTTP handler (MimoDefaultHttpHandler is false). Set {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.HttpHandler)} or {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.HttpClient)}.");
}
