using System.Globalization;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;

namespace Mimo.Testing;

/// <content>Turns that fail, with the bodies the service was seen to send.</content>
public sealed partial class MimoTurn
{
    /// <summary>A turn that fails with one of the service's error bodies, <c>{"error":{"code","message","param","type"}}</c>.</summary>
    /// <param name="status">The HTTP status, 400…599. It may differ from <paramref name="code"/>: moderation was logged as code 421 under status 400.</param>
    /// <param name="code">The code inside the body: on the real service a string, usually the number of the status.</param>
    /// <param name="message">The general message, for example <c>Too many requests</c>.</param>
    /// <param name="parameter">The explanation, sent as <c>param</c>; <see langword="null"/> leaves the key out.</param>
    /// <param name="type">The kind of error, for example <c>limitation</c>; <see langword="null"/> leaves the key out.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn Error(int status, string code, string message, string? parameter = null, string? type = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(message);
        return new MimoTurn(new ErrorAnswer(new ApiError(status, code, message, parameter, type)));
    }

    /// <summary>
    /// A turn that says the rate limit is reached (429), without <c>Retry-After</c>: no published log shows that header from
    /// the real service.
    /// </summary>
    /// <returns>The turn.</returns>
    public static MimoTurn RateLimited() => Error(429, "429", "Too many requests", type: "limitation");

    /// <summary>A turn that says the rate limit is reached (429) and for how long, in the seconds form of <c>Retry-After</c>.</summary>
    /// <param name="retryAfter">How long to wait; sent in whole seconds, rounded up.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn RateLimited(TimeSpan retryAfter) =>
        RateLimited().WithHeader("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>A turn that says the rate limit is reached (429) and until when, in the date form of <c>Retry-After</c>.</summary>
    /// <param name="retryAt">When to try again; sent to the second, in GMT.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn RateLimited(DateTimeOffset retryAt) =>
        RateLimited().WithHeader("Retry-After", retryAt.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A turn that says the server failed (500).</summary>
    /// <returns>The turn.</returns>
    public static MimoTurn ServerError() => Error(500, "500", "Internal Server Error", "", "");

    /// <summary>A turn that says the service is overloaded (503).</summary>
    /// <returns>The turn.</returns>
    public static MimoTurn Overloaded() => Error(503, "503", "Service Unavailable", "", "");

    /// <summary>A turn that says the account has no funds (402); under load plan hosts say so in place of 429.</summary>
    /// <returns>The turn.</returns>
    public static MimoTurn InsufficientFunds() => Error(402, "402", "Insufficient account funds", "", "");

    /// <summary>
    /// A turn that says the key is wrong (401): the refusal that a wrong key gets by itself, for a key that is right. Plan hosts were
    /// seen to do that under load.
    /// </summary>
    /// <returns>The turn.</returns>
    public static MimoTurn KeyRefused() => new(new ErrorAnswer(ApiError.InvalidKey));

    /// <summary>A turn that says the address or region is not served, or the key was blocked (403).</summary>
    /// <returns>The turn.</returns>
    public static MimoTurn AccessDenied() => Error(403, "403", "Illegal access", type: "illegal_access");

    /// <summary>A turn in which content moderation refuses the request: code 421, by the documentation also the status.</summary>
    /// <param name="status">The HTTP status: 421 by default; 400 is what was logged.</param>
    /// <returns>The turn.</returns>
    public static MimoTurn Moderated(int status = 421) =>
        Error(status, "421", "Moderation Block", "The request was rejected because it was considered high risk", "content_filter");

    /// <summary>A turn in which risk control refuses the request: code 441 under status 400, as logged.</summary>
    /// <returns>The turn.</returns>
    public static MimoTurn RiskControlled() => Error(400, "441", "The request was rejected by risk control", type: "risk_control");
}
