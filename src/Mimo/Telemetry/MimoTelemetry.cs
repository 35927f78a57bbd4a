using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Mimo.Telemetry;

/// <summary>The library's one source of traces and one meter, both named <c>Mimo</c>; names and units follow OpenTelemetry's conventions for generative AI.</summary>
internal static class MimoTelemetry
{
    public const string Name = "Mimo";

    /// <summary>What the conventions call the provider.</summary>
    public const string Provider = "mimo";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<long> TokenUsage = CreateHistogram<long>(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens of one exchange, input and output apart.",
        [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864]);

    public static readonly Histogram<double> Duration = CreateHistogram<double>(
        "gen_ai.client.operation.duration",
        "s",
        "How long one exchange took, retries included.",
        [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]);

    public static bool IsListenedTo => Source.HasListeners() || TokenUsage.Enabled || Duration.Enabled;

    /// <summary>Makes a histogram with the bucket boundaries that the conventions name, where the framework can hand them on.</summary>
    private static Histogram<T> CreateHistogram<T>(string name, string unit, string description, T[] boundaries)
        where T : struct =>
#if NET9_0_OR_GREATER
        Meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<T> { HistogramBucketBoundaries = boundaries });
#else
        Meter.CreateHistogram<T>(name, unit, description);
#endif

    /// <summary>A short word for what went wrong, of few different values.</summary>
    public static string ErrorType(Exception exception) => exception switch
    {
        MimoApiException { Type.Length: > 0 } api => api.Type,
        MimoApiException { Code.Length: > 0 } api => api.Code,
        MimoApiException api => api.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        MimoConnectionException { Failure: MimoConnectionFailure.Timeout } => "timeout",
        MimoConnectionException connection => connection.Failure.ToString(),
        OperationCanceledException => "cancelled",
        _ => exception.GetType().FullName ?? "_OTHER",
    };
}
