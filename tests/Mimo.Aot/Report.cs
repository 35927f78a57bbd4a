using System.Globalization;

namespace Mimo.Aot;

/// <summary>Prints each check as it is made, the table, and at the end a line that counts.</summary>
internal sealed class Report
{
    private int _passed;
    private int _failed;

    /// <param name="what">What is so.</param>
    /// <param name="holds">Whether it is.</param>
    /// <param name="isJudged">Whether it counts: what others do is only shown.</param>
    public void Check(string what, bool holds, bool isJudged = true)
    {
        Console.WriteLine($"{(holds ? "passed" : isJudged ? "FAILED" : "(not so)")}: {what}");
        if (isJudged)
        {
            _passed += holds ? 1 : 0;
            _failed += holds ? 0 : 1;
        }
    }

    public void PrintTable(IEnumerable<Published> programs, Dictionary<Published, Timing> timings)
    {
        Console.WriteLine();
        Console.WriteLine("| program | HTTP | size, MB | to the bare one | start and run, ms | to the bare one | warnings |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|");
        foreach (IGrouping<string, Published> group in programs.GroupBy(static program => program.Kind))
        {
            Published bare = group.Single(static program => program.Candidate.IsBare);
            foreach (Published program in group)
            {
                double time = timings[program].Milliseconds;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {program.Candidate.Name} | {program.Kind} | {program.Megabytes:0.00} | {program.Megabytes / bare.Megabytes:0.00} | {time:0.0} | {time / timings[bare].Milliseconds:0.00} | {program.Warnings} |"));
            }
        }

        Console.WriteLine();
    }

    /// <summary>Prints the count, and gives the exit code.</summary>
    public int End()
    {
        Console.WriteLine($"ahead of time: {_passed} passed, {_failed} failed");
        return _failed == 0 ? 0 : 1;
    }
}
