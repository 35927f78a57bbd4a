using System.Globalization;
using System.Runtime.CompilerServices;

namespace Mimo;

/// <summary>Checks limits where they are set, so that none fails when it is first needed.</summary>
internal static class Limits
{
    /// <summary>The longest that a timer of the framework can wait, about 49 days.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>A limit that can be waited for: what is longer than any timer is none.</summary>
    public static TimeSpan Limit(TimeSpan value, [CallerMemberName] string name = "")
    {
        if (value > LongestWait)
        {
            return Timeout.InfiniteTimeSpan;
        }

        return value > TimeSpan.Zero || value == Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive, or Timeout.InfiniteTimeSpan for no limit.");
    }

    /// <inheritdoc cref="Limit(TimeSpan, string)"/>
    public static TimeSpan? Limit(TimeSpan? value, [CallerMemberName] string name = "") => value is { } given ? Limit(given, name) : null;

    /// <summary>A wait between tries, from none to a day.</summary>
    public static TimeSpan Wait(TimeSpan value, [CallerMemberName] string name = "") => value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 to 1 day.");

    /// <summary>A number that is not below the least that makes sense.</summary>
    public static int AtLeast(int least, int value, [CallerMemberName] string name = "") => (int)AtLeast(least, (long)value, name);

    /// <inheritdoc cref="AtLeast(int, int, string)"/>
    public static int? AtLeast(int least, int? value, [CallerMemberName] string name = "") => value is { } given ? AtLeast(least, given, name) : null;

    /// <inheritdoc cref="AtLeast(int, int, string)"/>
    public static long AtLeast(int least, long value, [CallerMemberName] string name = "") => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be {least} or more."));
}
