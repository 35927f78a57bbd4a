namespace Mimo;

/// <summary>Finds the address of a call under any of the usual ways to write down a host.</summary>
internal static class EndpointAddress
{
    private const string Https = "https://";

    /// <summary>The address without what may be a secret in it: user, password, query and fragment.</summary>
    public static string Show(Uri endpoint) => endpoint.IsAbsoluteUri
        ? endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : "(a relative address)";

    /// <summary>Finds the address of calls.</summary>
    /// <param name="options">Where the host is, and in which format it is spoken to.</param>
    /// <returns>The address.</returns>
    /// <exception cref="MimoException">The endpoint is no address the key may be sent to.</exception>
    public static Uri Resolve(MimoClientOptions options)
    {
        string callPath = options.Format == MimoFormat.OpenAI ? "/v1/chat/completions" : "/anthropic/v1/messages";
        string text = options.Endpoint.OriginalString;
        return IsHostAlone(text) ? new Uri(text + callPath) : Resolve(options, callPath);
    }

    /// <summary>Whether an address is a host's and no more, as those of all known hosts are. To tell its parts apart takes the framework a millisecond, the first time.</summary>
    private static bool IsHostAlone(string address)
    {
        if (!address.StartsWith(Https, StringComparison.Ordinal))
        {
            return false;
        }

        for (int index = Https.Length; index < address.Length; index++)
        {
            if (address[index] is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static Uri Resolve(MimoClientOptions options, string callPath)
    {
        Uri endpoint = options.Endpoint;
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            throw Unusable(endpoint);
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !options.AllowInsecureHttp)
        {
            throw Insecure(endpoint);
        }

        string path = endpoint.AbsolutePath.TrimEnd('/');
        foreach (string formatPath in (ReadOnlySpan<string>)["/anthropic/v1", "/anthropic", "/v1"])
        {
            if (path.EndsWith(formatPath, StringComparison.OrdinalIgnoreCase))
            {
                path = path[..^formatPath.Length];
                break;
            }
        }

        return new Uri($"{endpoint.Scheme}://{endpoint.Authority}{path}{callPath}{endpoint.Query}");
    }

    private static MimoException Unusable(Uri endpoint) =>
        new($"The endpoint '{Show(endpoint)}' must be an absolute https address, such as {MimoEndpoints.MimoV2}.");

    private static MimoException Insecure(Uri endpoint) => new(
        $"The endpoint '{Show(endpoint)}' is plain http, which would send the API key and all content in the open. Use https, or set {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.AllowInsecureHttp)}.");
}
