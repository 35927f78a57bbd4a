namespace Mimo;

/// <summary>Checks the API key before it is needed. No text made here holds it.</summary>
internal static class ApiKeys
{
    public static string? Require(MimoClientOptions options)
    {
        string? key = options.ApiKey?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            return options.Endpoint.IsLoopback ? null : throw Missing(options.Endpoint);
        }

        foreach (char character in key)
        {
            if (character is <= ' ' or > '~')
            {
                throw Unsendable();
            }
        }

        return key;
    }

    private static MimoException Missing(Uri endpoint) => new(
        $"No API key. Set the environment variable {EnvironmentOptions.ApiKeyVariable} (or {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.ApiKey)}) to a key for {endpoint.Host}. " +
        "To run without one, start the local MiMo of the Mimo.Testing package (await MimoServer.StartAsync()) and point the client at it.");

    private static MimoException Unsendable() => new(
        $"The API key holds a character that cannot stand in an HTTP header (a line break, a blank, or one outside ASCII). Check {EnvironmentOptions.ApiKeyVariable} for a slip in copying.");
}
