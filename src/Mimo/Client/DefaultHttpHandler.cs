using System.Diagnostics.CodeAnalysis;

namespace Mimo;

/// <summary>The HTTP handler of clients that are given none.</summary>
internal static class DefaultHttpHandler
{
    private const string Switch = "Mimo.DefaultHttpHandler";

    /// <summary>
    /// Whether the program holds it: yes, unless its project says <c>MimoDefaultHttpHandler=false</c>. Trimming then removes sockets
    /// and TLS from a program that brings a handler of its own, more than half of what it weighs.
    /// </summary>
#if NET9_0_OR_GREATER
    [FeatureSwitchDefinition(Switch)]
#endif
    private static bool IsIncluded => !AppContext.TryGetSwitch(Switch, out bool isIncluded) || isIncluded;

    /// <exception cref="MimoException">The program was built without it.</exception>
    public static HttpMessageHandler Create() => IsIncluded ? CreateSocketsHandler() : throw Missing();

    private static SocketsHttpHandler CreateSocketsHandler() => new()
    {
        // A redirect would carry the key to another host.
        AllowAutoRedirect = false,
        UseCookies = false,

        // No automatic decompression: it would hold up a stream, and its code is larger than all of the client.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(30),

        // A finished answer has but its last bytes to come; one that is left early is to stop at once, for each token costs.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
    };

    private static MimoException Missing() => new(
        $"This program was built without the client's own HTTP handler (MimoDefaultHttpHandler is false). Set {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.HttpHandler)} or {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.HttpClient)}.");
}
