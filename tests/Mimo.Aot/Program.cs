using Mimo.Aot;

// dotnet run -c Release --project tests/Mimo.Aot: publishes all, checks all, prints the comparison as a Markdown table.
// With --check, as CI does: no peers that are only compared with, fewer runs, and the times are shown but not judged.
bool isCheck = args.Contains("--check");
var report = new Report();
var published = new List<Published>();
foreach (Candidate candidate in Candidate.All.Where(candidate => !isCheck || candidate.IsChecked))
{
    foreach (bool isRecordedOnly in new[] { true, false })
    {
        if (await Publisher.PublishAsync(candidate, isRecordedOnly) is not { } program)
        {
            Console.WriteLine("Native code can't be compiled here (no linker, or no compiler package): the ahead-of-time checks were left out.");
            return 0;
        }

        published.Add(program);
    }
}

Published ours = published.Single(static program => program is { Candidate.IsOurs: true, IsRecordedOnly: true });
Published bare = published.Single(static program => program is { Candidate.IsBare: true, IsRecordedOnly: true });
await Checks.RunAsync(report, published);
report.Check($"{Candidate.Ours} has {ours.Megabytes:0.00} MB, at most {Checks.LargestMegabytes}", ours.Megabytes <= Checks.LargestMegabytes);

Dictionary<Published, Timing> timings = await Timing.MeasureAsync(published, rounds: isCheck ? 15 : 51);
double ratio = timings[ours].Milliseconds / timings[bare].Milliseconds;
if (!isCheck)
{
    report.Check($"start and run take {ratio:0.00} times as long as the bare program's, at most {Checks.LargestTimeRatio}", ratio <= Checks.LargestTimeRatio);
}

report.PrintTable(published, timings);
return report.End();
