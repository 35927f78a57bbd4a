using System.Collections.Concurrent;

namespace Mimo.Tests.Client;

/// <summary>A clock on which every wait up to an hour is over at once; it notes how long each would have been.</summary>
internal sealed class RecordingClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    public TimeSpan[] Waits => [.. _waits];

    public DateTimeOffset Now { get; init; } = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Time limits are set to infinite in the tests that use this clock, so that what is left are the waits between tries.
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
