using System.Threading.RateLimiting;

namespace Mimo;

/// <summary>How a <see cref="MimoClient"/> reaches MiMo. Set once; safe to share.</summary>
public sealed record MimoClientOptions
{
    /// <summary>The API key. Required unless <see cref="Endpoint"/> is this machine.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// The host: its root, or with <c>/v1</c> or <c>/anthropic</c> at the end, which are then replaced as <see cref="Format"/>
    /// needs. A path before them is kept.
    /// </summary>
    public Uri Endpoint { get; init; } = MimoEndpoints.MimoV2;

    /// <summary>The wire format. Default: <see cref="MimoFormat.OpenAI"/>.</summary>
    public MimoFormat Format { get; init; }

    /// <summary>The model of requests that name none. Default: <c>mimo-v2-pro</c>, which only the default <see cref="Endpoint"/> offers.</summary>
    public string Model { get; init; } = "mimo-v2-pro";

    /// <summary>In which header the key travels. Default: <see cref="MimoAuthHeader.ApiKey"/>.</summary>
    public MimoAuthHeader AuthHeader { get; init; }

    /// <summary>When a failed exchange is tried again. Default: up to three times, see <see cref="MimoRetryOptions"/>.</summary>
    public MimoRetryOptions Retry { get; init; } = new();

    /// <summary>Limits that requests wait for; null for none.</summary>
    public MimoRateLimits? RateLimits
    {
        get;
        init
        {
            field = value;
            HasLimits |= value is not null;
        }
    }

    /// <summary>
    /// A limiter of your own, asked for one permit per try, which is held until the answer is in; null for none. A
    /// <see cref="ConcurrencyLimiter"/> so bounds how many exchanges are under way. The caller disposes it.
    /// </summary>
    public RateLimiter? RateLimiter
    {
        get;
        init
        {
            field = value;
            HasLimits |= value is not null;
        }
    }

    /// <summary>The longest silence while an answer comes in, or before it begins in a stream. Default: 5 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan IdleTimeout
    {
        get;
        init => field = Limits.Limit(value);
    } = TimeSpan.FromMinutes(5);

    /// <summary>The longest that one try may take until its answer is complete or, streamed, begins. Thinking takes minutes. Default: 15 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan TryTimeout
    {
        get;
        init => field = Limits.Limit(value);
    } = TimeSpan.FromMinutes(15);

    /// <summary>The longest that a whole exchange may take, all tries and waits together; infinite by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan TotalTimeout
    {
        get;
        init => field = Limits.Limit(value);
    } = Timeout.InfiniteTimeSpan;

    /// <summary>The largest request, in bytes; at least 1. Default: 128 MB (134,217,728).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long MaxRequestBytes
    {
        get;
        init => field = Limits.AtLeast(1, value);
    } = 128 * 1024 * 1024;

    /// <summary>The largest answer, in bytes; at least 1. Default: 64 MB (67,108,864).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long MaxResponseBytes
    {
        get;
        init => field = Limits.AtLeast(1, value);
    } = 64 * 1024 * 1024;

    /// <summary>Whether plain http is allowed to hosts other than this machine. The key and all content then travel in the open. Off by default.</summary>
    public bool AllowInsecureHttp { get; init; }

    /// <summary>The clock of timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The HTTP client to use; null for one of the client's own. The caller disposes it, and its own timeout holds too. If it
    /// follows redirects, the key may follow them to another host; the client's own never does.
    /// </summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>
    /// The handler to send through when <see cref="HttpClient"/> is null; null for one of the client's own. The caller disposes it. If
    /// it follows redirects, as <see cref="SocketsHttpHandler"/> does unless told not to, the key may follow them to another host; the
    /// client's own never does.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>Whether traces hold what is said: messages and answers. Off by default, for they may be private.</summary>
    public bool RecordContent { get; init; }

    /// <summary>Whether requests wait for limits. Asked in place of the limiters, so that who has none never loads their assembly.</summary>
    internal bool HasLimits { get; private init; }

    /// <summary>The options without the key.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{nameof(MimoClientOptions)} {{ Endpoint = {EndpointAddress.Show(Endpoint)}, Format = {Format}, Model = {Model}, ApiKey = {(string.IsNullOrEmpty(ApiKey) ? "(none)" : "(hidden)")} }}";
}
