using Mimo.Testing;

namespace Mimo.Aot;

/// <summary>What the published programs must do.</summary>
internal static class Checks
{
    public const double LargestMegabytes = 3.5;
    public const double LargestTimeRatio = 1.4;

    private static readonly string[] Expected =
    [
        "Beijing, Slow",
        "day 1: The Forbidden City",
        "day 2: The Great Wall",
        """get_current_weather: {"location":"Beijing","temperature":22,"unit":"Celsius","sky":"sunny"}""",
        "It is sunny in Beijing, at 22 degrees.",
    ];

    public static async Task RunAsync(Report report, IEnumerable<Published> published)
    {
        foreach (Published program in published)
        {
            string name = $"{program.Candidate.Name}, {program.Kind}";
            report.Check($"{name}: published without a warning", program.Warnings == 0, isJudged: program.Candidate.IsOurs);
            string[] formats = program.Candidate.IsOurs ? ["openai", "anthropic"] : ["openai"];
            foreach (string format in formats)
            {
                report.Check($"{name}: recorded answers in the {format} format", await RunAsync(program, ("MIMO_FORMAT", format)), isJudged: program.Candidate.IsOurs);
                if (!program.IsRecordedOnly)
                {
                    await using MimoServer server = await StartServerAsync();
                    bool isGood = await RunAsync(program, ("MIMO_FORMAT", format), ("MIMO_API_KEY", server.ApiKey), ("MIMO_BASE_URL", server.Endpoint.ToString()));
                    report.Check($"{name}: a local MiMo in the {format} format", isGood && server.Requests.Count == 3, isJudged: program.Candidate.IsOurs);
                }
            }

            if (program is { Candidate.IsOurs: true, IsRecordedOnly: true })
            {
                (int exitCode, string output) = await Command.RunAsync(program.Path, [], ("MIMO_API_KEY", "sk-none"));
                report.Check($"{name}: says what is missing when it is to use the handler that was left out", exitCode != 0 && output.Contains("MimoDefaultHttpHandler", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>A local MiMo that answers as the recorded one does.</summary>
    public static async Task<MimoServer> StartServerAsync()
    {
        MimoServer server = await MimoServer.StartAsync();
        Enqueue(server);
        return server;
    }

    public static void Enqueue(MimoServer server) => server.Enqueue(
        MimoTurn.Text("""{"city":"Beijing","pace":"Slow","sights":[{"day":1,"name":"The Forbidden City"},{"day":2,"name":"The Great Wall"}]}"""),
        MimoTurn.ToolCall("get_current_weather", """{"location":"Beijing","unit":"Celsius"}"""),
        MimoTurn.Text("It is sunny in Beijing, at 22 degrees."));

    private static async Task<bool> RunAsync(Published program, params (string Name, string Value)[] environment)
    {
        (int exitCode, string output) = await Command.RunAsync(program.Path, [], environment);
        bool isGood = exitCode == 0 && output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SequenceEqual(Expected);
        if (!isGood)
        {
            Console.WriteLine($"exit code {exitCode}, and the output:\n{output}");
        }

        return isGood;
    }
}
