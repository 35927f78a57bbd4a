using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Mimo.Telemetry;

/// <summary>The library's one source of traces and one meter, both named <c>Mimo</c>; names and units follow OpenTelemetry's conventions for generative AI.</summary>
internal static class MimoTelemetry
{
    public const string Name = "Mimo";

    /// <summary>What the conventions call the provider.</summary>
    public const string Provider = "mimo";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    // Without the conventions' bucket boundaries: to hand them on makes the runtime compile two dozen methods more for the first request.
    public static readonly Histogram<long> TokenUsage = Meter.CreateHistogram<long>(
        "gen_ai.client.token.usage", "{token}", "Tokens of one exchange, input and output apart.");

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "gen_ai.client.operation.duration", "s", "How long one exchange took, retries included.");

    public static readonly Histogram<double> TimeToFirstChunk = Meter.CreateHistogram<double>(
        "gen_ai.client.operation.time_to_first_chunk", "s", "How long a streamed exchange took until its answer began, retries included.");

    public static bool IsListenedTo => Source.HasListeners() || TokenUsage.Enabled || Duration.Enabled || TimeToFirstChunk.Enabled;

    /// <summary>A short word for what went wrong, of few different values.</summary>
    public static string ErrorType(Exception exception) => exception switch
    {
        MimoApiException { Type.Length: > 0 } api => api.Type,
        MimoApiException { Code.Length: > 0 } api => api.Code,
        MimoApiException api => api.Status.ToString(CultureInfo.InvariantCulture),
        MimoConnectionException { Failure: MimoConnectionFailure.Timeout } => "timeout",
        MimoConnectionException connection => connection.Failure.ToString(),
        OperationCanceledException => "cancelled",
        _ => exception.GetType().FullName ?? "_OTHER",
    };

    /// <summary>What went wrong, without the words of the other side: an unreadable answer is quoted in the message, and servers repeat the prompt in their errors.</summary>
    public static string DescribeWithoutContent(Exception exception) => exception switch
    {
        MimoApiException api => string.Create(CultureInfo.InvariantCulture, $"HTTP {api.Status}{Named("type", api.Type)}{Named("code", api.Code)}"),
        MimoConnectionException { Failure: MimoConnectionFailure.Malformed } => "The answer could not be read.",
        _ => exception.Message,
    };

    private static string Named(string name, string? value) => string.IsNullOrEmpty(value) ? string.Empty : $", {name} {value}";
}
