using System.Globalization;

namespace Mimo.Wire;

/// <summary>
/// Judges errors by their code and type first and by the HTTP status last: hosts and proxies put moderation and rate limits
/// under statuses that mean something else.
/// </summary>
internal static class ErrorClassifier
{
    /// <summary>An error under a status of success that names no reason says that something broke on the server's side.</summary>
    private const int UnknownFailure = 500;

    /// <summary>The status the error means, whatever the HTTP status was. A code is more precise than a type, which may be that of a whole class.</summary>
    public static int EffectiveStatus(int status, string? code, string? type) =>
        FromName(code) ?? FromNumber(code) ?? FromName(type) ?? (status is >= 200 and < 300 && string.IsNullOrEmpty(code) && string.IsNullOrEmpty(type) ? UnknownFailure : status);

    public static bool IsTransient(int effectiveStatus) => effectiveStatus is 408 or 429 or 500 or 502 or 503 or 504 or 529;

    private static int? FromNumber(string? code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 400 and < 600 ? number : null;

    private static int? FromName(string? name) => name?.ToUpperInvariant() switch
    {
        "LIMITATION" or "RATE_LIMIT_EXCEEDED" or "RATE_LIMIT_ERROR" => 429,
        "INTERNAL_ERROR" or "SERVER_ERROR" or "API_ERROR" => 500,
        "SERVICE_UNAVAILABLE" => 503,
        "TIMEOUT_ERROR" => 504,
        "OVERLOADED_ERROR" => 529,
        "INVALID_KEY" or "AUTHENTICATION_FAILED" or "AUTHENTICATION_ERROR" => 401,
        "ILLEGAL_ACCESS" or "PERMISSION_DENIED" or "PERMISSION_ERROR" => 403,
        "CONTENT_FILTER" => 421,
        "RISK_CONTROL" => 441,
        "INVALID_REQUEST" or "INVALID_REQUEST_ERROR" or "UNSUPPORTED_FEATURE" => 400,
        "NOT_FOUND" or "NOT_FOUND_ERROR" => 404,
        _ => null,
    };
}
