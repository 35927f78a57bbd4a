namespace Mimo;

/// <summary>Finds the address of a call under any of the usual ways to write down a host.</summary>
internal static class EndpointAddress
{
    private static readonly string[] FormatPaths = ["/anthropic/v1", "/anthropic", "/v1"];

    /// <summary>The address without what may be a secret in it: user, password, query and fragment.</summary>
    public static string Show(Uri endpoint) => endpoint.IsAbsoluteUri
        ? endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : "(a relative address)";

    public static Uri Resolve(MimoClientOptions options)
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
        foreach (string formatPath in FormatPaths)
        {
            if (path.EndsWith(formatPath, StringComparison.OrdinalIgnoreCase))
            {
                path = path[..^formatPath.Length];
                break;
            }
        }

        string callPath = options.Format == MimoFormat.OpenAI ? "/v1/chat/completions" : "/anthropic/v1/messages";
        return new Uri($"{endpoint.Scheme}://{endpoint.Authority}{path}{callPath}{endpoint.Query}");
    }

    private static MimoException Unusable(Uri endpoint) =>
        new($"The endpoint '{Show(endpoint)}' must be an absolute https address, such as {MimoEndpoints.MimoV2}.");

    private static MimoException Insecure(Uri endpoint) => new(
        $"The endpoint '{Show(endpoint)}' is plain http, which would send the API key and all content in the open. Use https, or set {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.AllowInsecureHttp)}.");
}
