using System.Diagnostics;

namespace Mimo.Telemetry;

/// <summary>The trace and the measurements of one exchange. There is none, and no cost, while nobody listens.</summary>
internal sealed class ChatObservation : IDisposable
{
    private readonly MimoClientOptions _options;
    private readonly string _model;
    private readonly Activity? _activity;
    private readonly KeyValuePair<string, object?>[] _identity;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly bool _isStreamed;
    private TimeSpan? _timeToFirstUpdate;
    private MimoResponse? _response;

    // Until told otherwise: a stream that its reader leaves early never ends.
    private string? _errorType = "cancelled";

    private ChatObservation(MimoClientOptions options, MimoRequest request, bool isStreamed)
    {
        _options = options;
        _isStreamed = isStreamed;
        _model = request.Model ?? options.Model;
        _identity =
        [
            new("gen_ai.operation.name", "chat"),
            new("gen_ai.provider.name", MimoTelemetry.Provider),
            new("gen_ai.request.model", _model),
            new("server.address", options.Endpoint.Host),
            new("server.port", options.Endpoint.Port),
        ];

        // From the start: samplers decide by these.
        _activity = MimoTelemetry.Source.StartActivity($"chat {_model}", ActivityKind.Client, default(ActivityContext), _identity);
        if (_activity is { IsAllDataRequested: true })
        {
            DescribeRequest(_activity, request);
        }
    }

    public static ChatObservation? Start(MimoClientOptions options, MimoRequest request, bool isStreamed) =>
        MimoTelemetry.IsListenedTo ? new ChatObservation(options, request, isStreamed) : null;

    /// <summary>Notes that a streamed answer has begun.</summary>
    public void Begin() => _timeToFirstUpdate = Stopwatch.GetElapsedTime(_start);

    public void Complete(MimoResponse response)
    {
        _response = response;
        _errorType = null;
    }

    public void Fail(Exception exception)
    {
        _errorType = MimoTelemetry.ErrorType(exception);

        _activity?.SetStatus(ActivityStatusCode.Error, _options.RecordContent ? exception.Message : MimoTelemetry.DescribeWithoutContent(exception));
    }

    public void Dispose()
    {
        if (_response is not null && _activity is { IsAllDataRequested: true })
        {
            DescribeResponse(_activity, _response);
        }

        _activity?.SetTag("gen_ai.response.time_to_first_chunk", _timeToFirstUpdate?.TotalSeconds);

        _activity?.SetTag("error.type", _errorType);
        Measure();
        _activity?.Dispose();
    }

    private void DescribeRequest(Activity activity, MimoRequest request)
    {
        activity.SetTag("gen_ai.request.temperature", request.Temperature);
        activity.SetTag("gen_ai.request.top_p", request.TopP);
        activity.SetTag("gen_ai.request.max_tokens", request.MaxCompletionTokens);
        activity.SetTag("gen_ai.request.frequency_penalty", request.FrequencyPenalty);
        activity.SetTag("gen_ai.request.presence_penalty", request.PresencePenalty);
        if (request.Stop.Count > 0)
        {
            activity.SetTag("gen_ai.request.stop_sequences", request.Stop.ToArray());
        }

        if (request.ResponseFormat == MimoResponseFormat.JsonObject)
        {
            activity.SetTag("gen_ai.output.type", "json");
        }

        if (_isStreamed)
        {
            activity.SetTag("gen_ai.request.stream", true);
        }

        if (_options.RecordContent)
        {
            activity.SetTag("gen_ai.input.messages", ContentText.WriteInput(request.Messages));
        }
    }

    private void DescribeResponse(Activity activity, MimoResponse response)
    {
        activity.SetTag("gen_ai.response.id", response.Id);
        activity.SetTag("gen_ai.response.model", response.Model);
        activity.SetTag("gen_ai.response.finish_reasons", new[] { response.FinishReason.Value });
        if (response.Usage is { } usage)
        {
            activity.SetTag("gen_ai.usage.input_tokens", usage.InputTokens);
            activity.SetTag("gen_ai.usage.output_tokens", usage.OutputTokens);
            activity.SetTag("gen_ai.usage.cache_read.input_tokens", usage.CachedInputTokens);
            if (_options.Format == MimoFormat.OpenAI)
            {
                // The other format does not tell.
                activity.SetTag("gen_ai.usage.reasoning.output_tokens", usage.ReasoningTokens);
            }
        }

        if (_options.RecordContent)
        {
            activity.SetTag("gen_ai.output.messages", ContentText.WriteOutput(response));
        }
    }

    private void Measure()
    {
        var tags = new TagList(_identity);
        if (_response is { Model.Length: > 0 })
        {
            tags.Add("gen_ai.response.model", _response.Model);
        }

        if (_response?.Usage is { } usage)
        {
            MeasureTokens("input", usage.InputTokens, tags);
            MeasureTokens("output", usage.OutputTokens, tags);
        }

        if (_timeToFirstUpdate is { } wait)
        {
            MimoTelemetry.TimeToFirstChunk.Record(wait.TotalSeconds, tags);
        }

        if (_errorType is not null)
        {
            tags.Add("error.type", _errorType);
        }

        MimoTelemetry.Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
    }

    private static void MeasureTokens(string type, long count, TagList tags)
    {
        tags.Add("gen_ai.token.type", type);
        MimoTelemetry.TokenUsage.Record(count, tags);
    }
}
