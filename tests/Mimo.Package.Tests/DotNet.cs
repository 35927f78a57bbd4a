using System.Diagnostics;

namespace Mimo.Package.Tests;

/// <summary>Runs the <c>dotnet</c> command as a user does, and gives what it printed.</summary>
internal static class DotNet
{
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, params string[] arguments)
    {
        using Process process = Start(directory, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    public static async Task<string> SucceedAsync(string directory, params string[] arguments)
    {
        (int exitCode, string output) = await RunAsync(directory, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        return output;
    }

    public static Process Start(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };

        // What the test host was started with is no business of the projects it builds.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return Process.Start(start)!;
    }
}
