using System.Diagnostics;
using System.Reflection;

namespace Mimo.Benchmarks.Compile;

/// <summary>A project of many tools in a directory of its own, built by <c>dotnet build</c> as users do. Disposing deletes it.</summary>
internal sealed class ToolProject : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("mimo-many-tools-").FullName;

    public ToolProject(int tools, bool withBodies = false)
    {
        foreach ((string name, string text) in ToolSources.Write(tools, withBodies))
        {
            File.WriteAllText(Path.Combine(_directory, name), text);
        }

        File.WriteAllText(Path.Combine(_directory, "Many.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{RuntimePath}" />
                <Analyzer Include="{GeneratorPath}" Condition="'$(WithGenerator)' == 'true'" />
              </ItemGroup>
            </Project>
            """);
        DotNet("restore");
    }

    public static string RuntimePath => typeof(MimoTool).Assembly.Location;

    public static string GeneratorPath { get; } = typeof(ToolProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "GeneratorPath").Value!;

    /// <summary>Builds the project from nothing, in a compiler that has just started.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan Build(bool withGenerator) => Build($"-p:WithGenerator={(withGenerator ? "true" : "false")}");

    /// <summary>The same with the generator, and with our analyzers but none of the SDK's.</summary>
    public TimeSpan BuildAnalyzed(bool withAnalyzers) =>
        Build("-p:WithGenerator=true", "-p:EnableNETAnalyzers=false", $"-p:RunAnalyzers={(withAnalyzers ? "true" : "false")}");

    private TimeSpan Build(params string[] properties)
    {
        long start = Stopwatch.GetTimestamp();
        DotNet(["build", "--no-restore", "-t:Rebuild", "-p:UseSharedCompilation=false", .. properties]);
        return Stopwatch.GetElapsedTime(start);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void DotNet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "-nologo", "-v:quiet", "-nodeReuse:false"]) { WorkingDirectory = _directory, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }
}
