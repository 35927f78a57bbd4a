using Microsoft.AspNetCore.Http;

namespace Mimo.Testing.Server;

/// <summary>Decides whether a request brings the key, in one of the headers the service documents or its users rely on.</summary>
internal static class Authentication
{
    public const string BearerPrefix = "Bearer ";

    public static bool Accepts(IHeaderDictionary headers, string key, string? formatHeader)
    {
        string authorization = headers.Authorization.ToString();
        return headers["api-key"].ToString() == key
            || (formatHeader is not null && headers[formatHeader].ToString() == key)
            || (authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) && authorization[BearerPrefix.Length..].Trim() == key);
    }
}
