using System.Globalization;
using Mimo.Wire;

namespace Mimo;

/// <summary>Makes exceptions of error bodies: what came, what it means, what to do about it.</summary>
internal sealed class ApiErrors(MimoClientOptions options, ApiKeyRedactor redactor)
{
    /// <summary>Makes the exception of an error.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="retryAfter">How long the server asks to wait; null if it doesn't say.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="wasKeyAccepted">Whether the server has taken the key before.</param>
    public MimoApiException Create(int status, TimeSpan? retryAfter, ReadOnlySpan<byte> body, bool wasKeyAccepted)
    {
        // Before anything is shortened, so that no part of a key is left at the end.
        ErrorBody error = ErrorBody.Read(body, redactor);
        int effective = ErrorClassifier.EffectiveStatus(status, error.Code, error.Type);
        return new MimoApiException(Describe(status, effective, error))
        {
            Status = status,
            Code = error.Code,
            Type = error.Type,
            Parameter = error.Parameter,
            RawBody = error.Raw,
            IsTransient = IsTransient(effective, wasKeyAccepted),
            RetryAfter = retryAfter,
        };
    }

    private bool IsTransient(int status, bool wasKeyAccepted) => status switch
    {
        401 => options.Retry.RetryUnauthorizedOnceAccepted && wasKeyAccepted,
        402 => options.Retry.RetryPaymentRequired,
        _ => ErrorClassifier.IsTransient(status),
    };

    private string Describe(int status, int effective, ErrorBody error)
    {
        string code = string.IsNullOrEmpty(error.Code) || error.Code == status.ToString(CultureInfo.InvariantCulture) ? string.Empty : $", code {error.Code}";
        string type = string.IsNullOrEmpty(error.Type) ? string.Empty : $", type {error.Type}";
        string text = string.Create(CultureInfo.InvariantCulture, $"{options.Endpoint.Host} answered with an error (HTTP {status}{code}{type}): {error.Describe()}");
        return Advice(effective) is { } advice ? $"{text}\n{advice}" : text;
    }

    private static string? Advice(int status) => status switch
    {
        401 => $"Check {EnvironmentOptions.ApiKeyVariable}, and that the key was made for this host: keys of the official host, of each Token Plan region and of resellers are not good for one another.",
        402 => "The account has no balance left; on Token Plan hosts this is also seen under load.",
        403 => "The region or address is not served, or the key was blocked.",
        404 => "Check the endpoint's path, and that the model accepts what was sent: text-only models refuse images so.",
        421 or 441 => "Moderation refused the conversation. It reads the system message too.",
        429 => "The rate limit or the plan's quota is used up.",
        _ => null,
    };
}
