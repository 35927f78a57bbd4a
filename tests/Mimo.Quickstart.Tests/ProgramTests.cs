using System.Diagnostics;
using Quickstart;

namespace Mimo.Quickstart.Tests;

/// <summary>The program as a user runs it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Without_a_key_it_says_so_and_runs_all_three_examples_against_a_local_MiMo()
    {
        (int exitCode, string output) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.StartsWith("No MIMO_API_KEY: talking to a local MiMo at http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.Contains("user: please introduce yourself", output, StringComparison.Ordinal);
        Assert.Contains("user: What is the weather like in Beijing?", output, StringComparison.Ordinal);
        Assert.Contains("reasoning: ", output, StringComparison.Ordinal);
        Assert.Contains("tool call: get_current_weather({\"location\":\"Beijing\"})", output, StringComparison.Ordinal);
        Assert.Contains("\"temperature\":22", output, StringComparison.Ordinal);
        Assert.Equal(3, output.Split("usage: ").Length - 1);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(IMiMo).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment.Remove("MIMO_API_KEY");
        start.Environment.Remove("MIMO_BASE_URL");
        using Process process = Process.Start(start)!;
        using var timeLimit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string output = await process.StandardOutput.ReadToEndAsync(timeLimit.Token);
        await process.WaitForExitAsync(timeLimit.Token);
        return (process.ExitCode, output);
    }
}
