using System.Diagnostics;
using System.Reflection;

namespace Mimo.Package.Tests;

/// <summary>
/// The packages as they would be published, in a folder, and beside it the projects of strangers, which have nothing of this
/// repository but the packages. Packed once, and all projects that must build are built in one go.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>Of this run alone, so that no cache can hold an older one under the same name.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    public string Folder { get; } = Directory.CreateTempSubdirectory("mimo-package-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    public string Projects => Path.Combine(Folder, "projects");

    public string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>What building the projects printed.</summary>
    public string BuildLog { get; private set; } = "";

    public bool IsBuilt { get; private set; }

    public async Task InitializeAsync()
    {
        await PackAsync(Feed);
        LayOut();
        (int exitCode, BuildLog) = await DotNet.RunAsync(Projects, "build", "Projects.slnx", "-v", "quiet", "-nologo", "-nodeReuse:false");
        IsBuilt = exitCode == 0;
    }

    /// <summary>Packs both packages from what is built.</summary>
    /// <param name="folder">Where they go.</param>
    public async Task PackAsync(string folder)
    {
        foreach (string project in new[] { "Mimo", "Mimo.Testing" })
        {
            await DotNet.SucceedAsync(
                RepositoryRoot, "pack", $"src/{project}", "-c", Metadata("Configuration"), "-o", folder, $"-p:PackageVersion={Version}", "-v", "quiet", "-nologo", "-nodeReuse:false");
        }
    }

    /// <summary>Runs a stranger's program to its end.</summary>
    /// <param name="project">Its project.</param>
    /// <param name="framework">The framework that it was built for.</param>
    /// <returns>The lines that it printed.</returns>
    public async Task<string[]> RunAsync(string project, string framework = "net10.0")
    {
        string output = await DotNet.SucceedAsync(Folder, Program(project, framework));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Starts a stranger's program.</summary>
    public Process Start(string project, params string[] arguments) => DotNet.Start(Path.Combine(Projects, project), [Program(project, "net10.0"), .. arguments]);

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Metadata(string key) => typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    private void LayOut()
    {
        string source = Path.Combine(AppContext.BaseDirectory, "Projects");
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Projects, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // Ours come from the folder alone, into a cache of their own; the others from where they come from on this machine.
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(Projects, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="strangers-feed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(Projects, "Feed.props"), $"""
            <Project>
              <PropertyGroup>
                <MimoVersion>{Version}</MimoVersion>
                <RestorePackagesPath>{Path.Combine(Folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{cache}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
    }

    private string Program(string project, string framework)
    {
        string program = Path.Combine(Projects, project, "bin", "Debug", framework, project + ".dll");
        Assert.True(File.Exists(program), $"{project} was not built:\n{BuildLog}");
        return program;
    }
}
