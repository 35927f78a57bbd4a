using System.Diagnostics;

namespace Mimo.Samples.Tests;

/// <summary>A sample as a user without a key runs it: as a program of its own, in a folder of its own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    private SampleProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <param name="sample">A type of the sample.</param>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="arguments">Its arguments.</param>
    public static SampleProcess Start(Type sample, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [sample.Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("MIMO_API_KEY");
        start.Environment.Remove("MIMO_BASE_URL");
        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Runs a sample to its end.</summary>
    /// <param name="sample">A type of the sample.</param>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="input">The lines that are typed.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(Type sample, string folder, string[] input, params string[] arguments)
    {
        using SampleProcess process = Start(sample, folder, arguments);
        foreach (string line in input)
        {
            await process._process.StandardInput.WriteLineAsync(line);
        }

        return await process.EndAsync();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and what was printed, without the line breaks that a narrow terminal needs.</returns>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        _process.StandardInput.Close();
        using var timeLimit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(timeLimit.Token);
        return (_process.ExitCode, string.Join(' ', (await _output).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
