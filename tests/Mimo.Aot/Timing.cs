using System.Diagnostics;

namespace Mimo.Aot;

/// <summary>The median time from before a process is started until it has ended, in milliseconds.</summary>
internal sealed record Timing(double Milliseconds)
{
    /// <summary>In turn, so that all meet the same ups and downs of the machine. The answers are the recorded ones: no server's time is in it.</summary>
    public static async Task<Dictionary<Published, Timing>> MeasureAsync(IReadOnlyList<Published> programs, int rounds)
    {
        var times = programs.ToDictionary(static program => program, static _ => new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            foreach (Published program in programs)
            {
                times[program].Add(await RunOnceAsync(program));
            }
        }

        return times.ToDictionary(static pair => pair.Key, static pair => new Timing(Median(pair.Value)));
    }

    private static async Task<double> RunOnceAsync(Published program)
    {
        ProcessStartInfo start = Command.Start(program.Path, [], []);
        long before = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(before).TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
