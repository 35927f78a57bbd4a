using System.IO.Compression;
using System.Xml.Linq;

namespace Mimo.Package.Tests;

/// <summary>What is in the packages, and what they ask for.</summary>
[Collection(Strangers.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void The_package_carries_the_runtime_the_generator_and_what_helps_a_reader()
    {
        string[] files = Files("Mimo");

        foreach (string file in new[]
        {
            "lib/net8.0/Mimo.dll", "lib/net8.0/Mimo.xml", "lib/net10.0/Mimo.dll", "lib/net10.0/Mimo.xml",
            "analyzers/dotnet/cs/Mimo.Generators.dll", "analyzers/dotnet/cs/Mimo.Generators.CodeFixes.dll",
            "buildTransitive/Mimo.props", "README.md", "icon.png",
        })
        {
            Assert.Contains(file, files);
        }

        Assert.All(files.Where(static file => file.StartsWith("analyzers/", StringComparison.Ordinal)), static file => Assert.StartsWith("analyzers/dotnet/cs/Mimo.", file, StringComparison.Ordinal));
        Assert.Contains("lib/net10.0/Mimo.Testing.dll", Files("Mimo.Testing"));
    }

    [Fact]
    public void Nothing_of_the_build_is_asked_of_a_consumer()
    {
        Assert.Equal(["Polly.Core", "System.Net.ServerSentEvents", "System.Threading.RateLimiting"], Dependencies("Mimo"));
        Assert.Equal(["Mimo"], Dependencies("Mimo.Testing"));
    }

    [Fact]
    public void Symbols_come_in_packages_of_their_own() =>
        Assert.All(new[] { "Mimo", "Mimo.Testing" }, name => Assert.True(File.Exists(Path.Combine(feed.Feed, $"{name}.{feed.Version}.snupkg"))));

    private string[] Files(string package)
    {
        using ZipArchive archive = Open(package);
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }

    private string[] Dependencies(string package)
    {
        using ZipArchive archive = Open(package);
        using Stream nuspec = archive.Entries.Single(static entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")!.Value).Distinct().Order(StringComparer.Ordinal)];
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(feed.Feed, $"{package}.{feed.Version}.nupkg"));
}
