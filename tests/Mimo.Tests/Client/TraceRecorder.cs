using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Mimo.Tests.Client;

/// <summary>Listens to everything and keeps what is about one model, since tests run side by side.</summary>
internal sealed class TraceRecorder : IDisposable
{
    private readonly string _model;
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly List<Activity> _stopped = [];
    private readonly List<(string Name, object Value)> _measured = [];
    private readonly Lock _lock = new();

    public TraceRecorder(string model)
    {
        _model = model;
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Mimo",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_lock)
                {
                    _stopped.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Mimo")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.Start();
    }

    public Activity[] Chats
    {
        get
        {
            lock (_lock)
            {
                return [.. _stopped.Where(activity => (string?)activity.GetTagItem("gen_ai.request.model") == _model)];
            }
        }
    }

    public Activity[] Tools
    {
        get
        {
            lock (_lock)
            {
                return [.. _stopped.Where(static activity => activity.DisplayName.StartsWith("execute_tool", StringComparison.Ordinal))];
            }
        }
    }

    public object[] Measured(string name)
    {
        lock (_lock)
        {
            return [.. _measured.Where(item => item.Name == name).Select(static item => item.Value)];
        }
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Note(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (tag.Key == "gen_ai.request.model" && (string?)tag.Value == _model)
            {
                lock (_lock)
                {
                    _measured.Add((instrument.Name, value));
                }
            }
        }
    }
}
