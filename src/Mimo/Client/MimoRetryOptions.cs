namespace Mimo;

/// <summary>
/// When and how often a failed exchange is tried again: after errors that <see cref="MimoApiException.IsTransient"/> marks and
/// after broken connections, with exponential backoff and jitter, and never once a streamed answer has begun to reach the caller.
/// </summary>
public sealed record MimoRetryOptions
{
    /// <summary>No second try.</summary>
    public static MimoRetryOptions None { get; } = new() { MaxRetries = 0 };

    /// <summary>How often a request is tried again after the first time; 0 for never.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>About how long the first wait is; each further one is twice as long.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait of the backoff.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest <c>Retry-After</c> that is waited for; when the server asks for more, its error is thrown at once.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether 402 counts as transient: plan hosts send it under load in place of 429.</summary>
    public bool RetryPaymentRequired { get; init; }

    /// <summary>Whether 401 counts as transient once the key has worked with this client: plan hosts send it now and then.</summary>
    public bool RetryUnauthorizedOnceAccepted { get; init; }
}
