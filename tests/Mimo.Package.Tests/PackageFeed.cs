using System.Reflection;

namespace Mimo.Package.Tests;

/// <summary>The packages as they would be published, in a folder, with a place beside it for the projects of strangers. Packed once.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>Of this run alone, so that no cache can hold an older one under the same name.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    public string Folder { get; } = Directory.CreateTempSubdirectory("mimo-package-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    public async Task InitializeAsync()
    {
        foreach (string project in new[] { "Mimo", "Mimo.Testing" })
        {
            await DotNet.SucceedAsync(
                Metadata("RepositoryRoot"), "pack", $"src/{project}", "-c", Metadata("Configuration"), "-o", Feed, $"-p:PackageVersion={Version}", "-v", "quiet", "-nologo", "-nodeReuse:false");
        }

        // The other packages come from where they come from on this machine; ours from the folder alone.
        await File.WriteAllTextAsync(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="strangers-feed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Writes a stranger's project into a folder of its own.</summary>
    /// <param name="name">The folder and project.</param>
    /// <param name="properties">What its project file says beyond what all say.</param>
    /// <param name="items">Its references.</param>
    /// <param name="files">Its files.</param>
    /// <returns>Where it is.</returns>
    public string Write(string name, string properties, string items, params (string Name, string Text)[] files)
    {
        string directory = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(directory, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>{Path.Combine(Folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{cache}</RestoreFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items.Replace("$Version", Version, StringComparison.Ordinal)}
              </ItemGroup>
            </Project>
            """);
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(directory, file), text);
        }

        return directory;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Metadata(string key) => typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
