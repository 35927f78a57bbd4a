namespace Mimo;

/// <summary>
/// When and how often a failed exchange is tried again: after errors that <see cref="MimoApiException.IsTransient"/> marks and
/// after broken connections, with exponential backoff and jitter, and never once a streamed answer has begun to reach the caller.
/// </summary>
/// <remarks>A project that sets the MSBuild property <c>MimoRetries</c> to false builds a program that tries nothing again.</remarks>
public sealed record MimoRetryOptions
{
    /// <summary>
    /// No second try after a failure. A request that a host refuses for the empty content of a turn, as of tool calls or reasoning
    /// alone, is sent once more all the same, with a blank in its place: it was not a failure that may pass, but a form that this host doesn't take.
    /// </summary>
    public static MimoRetryOptions None { get; } = new() { MaxRetries = 0 };

    /// <summary>
    /// How often a request is tried again after the first time; 0 for never. Default: 3. The blank that some hosts want in place of empty
    /// content doesn't count, see <see cref="None"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRetries
    {
        get;
        init => field = Limits.AtLeast(0, value);
    } = 3;

    /// <summary>About how long the first wait is, 0 to 1 day; each further one is twice as long. Default: 1 second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public TimeSpan BaseDelay
    {
        get;
        init => field = Limits.Wait(value);
    } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait of the backoff, 0 to 1 day. Default: 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public TimeSpan MaxDelay
    {
        get;
        init => field = Limits.Wait(value);
    } = TimeSpan.FromSeconds(30);

    /// <summary>The longest <c>Retry-After</c> that is waited for, 0 to 1 day; when the server asks for more, its error is thrown at once. Default: 1 minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public TimeSpan MaxRetryAfter
    {
        get;
        init => field = Limits.Wait(value);
    } = TimeSpan.FromMinutes(1);

    /// <summary>Whether 402 counts as transient: plan hosts send it under load in place of 429. Off by default.</summary>
    public bool RetryPaymentRequired { get; init; }

    /// <summary>Whether 401 counts as transient once the key has worked with this client: plan hosts send it now and then. Off by default.</summary>
    public bool RetryUnauthorizedOnceAccepted { get; init; }
}
