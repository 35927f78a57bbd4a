using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Mimo.Package.Tests;

/// <summary>What is in the packages, what they say of themselves, and what they ask for.</summary>
[Collection(Strangers.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    public static TheoryData<string> Packages => ["Mimo", "Mimo.Testing"];

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

        // What the compiler loads is ours alone: it has the rest.
        Assert.Equal(
            ["analyzers/dotnet/cs/Mimo.Generators.CodeFixes.dll", "analyzers/dotnet/cs/Mimo.Generators.dll"],
            files.Where(static file => file.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["lib/net10.0/Mimo.Testing.dll", "lib/net10.0/Mimo.Testing.xml", "lib/net8.0/Mimo.Testing.dll", "lib/net8.0/Mimo.Testing.xml"],
            Files("Mimo.Testing").Where(static file => file.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_of_the_build_is_asked_of_a_consumer()
    {
        Assert.Equal(["Polly.Core", "System.Net.ServerSentEvents", "System.Threading.RateLimiting"], Dependencies("Mimo"));
        Assert.Equal(["Mimo"], Dependencies("Mimo.Testing"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_says_what_it_is_whose_it_is_and_where_it_comes_from(string package)
    {
        XElement metadata = Nuspec(package);

        Assert.Equal(package, Value("id"));
        Assert.Equal(feed.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("expression", Element("license").Attribute("type")!.Value);
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Contains("source-generator", Value("tags"), StringComparison.Ordinal);
        Assert.All(new[] { "authors", "copyright", "description", "projectUrl" }, name => Assert.NotEqual("", Value(name)));
        Assert.Equal("git", Element("repository").Attribute("type")!.Value);
        Assert.StartsWith("https://", Element("repository").Attribute("url")!.Value, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{40}$", Element("repository").Attribute("commit")!.Value);

        XElement Element(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);
        string Value(string name) => Element(name).Value;
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_a_page_of_its_own(string package)
    {
        using ZipArchive archive = Open(package, feed.Feed);
        using var page = new StreamReader(archive.GetEntry("README.md")!.Open());

        Assert.Equal("# " + package, page.ReadLine());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Symbols_come_in_a_package_of_their_own(string package)
    {
        using ZipArchive symbols = ZipFile.OpenRead(Path.Combine(feed.Feed, $"{package}.{feed.Version}.snupkg"));

        Assert.Equal(
            [$"lib/net10.0/{package}.pdb", $"lib/net8.0/{package}.pdb"],
            symbols.Entries.Select(static entry => entry.FullName).Where(static name => name.EndsWith(".pdb", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Packing_again_gives_the_same_files(string package)
    {
        string again = Path.Combine(feed.Folder, "again");
        if (!Directory.Exists(again))
        {
            await feed.PackAsync(again);
        }

        Assert.Equal(Hashes(feed.Feed), Hashes(again));

        // The names of two parts that describe the archive are drawn anew each time.
        string[] Hashes(string folder)
        {
            using ZipArchive archive = Open(package, folder);
            return
            [
                .. archive.Entries
                    .Where(static entry => !entry.FullName.StartsWith("package/", StringComparison.Ordinal) && !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal))
                    .Select(static entry =>
                    {
                        using Stream stream = entry.Open();
                        return $"{entry.FullName} {Convert.ToHexString(SHA256.HashData(stream))}";
                    })
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Where it was built is nobody's business, and would make each machine's package another one.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void No_file_names_the_folder_it_was_built_in(string package)
    {
        // Only a build for publishing hides it: a developer's debugger needs the folder.
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        byte[] folder = System.Text.Encoding.UTF8.GetBytes(feed.RepositoryRoot);
        using ZipArchive archive = Open(package, feed.Feed);
        using ZipArchive symbols = ZipFile.OpenRead(Path.Combine(feed.Feed, $"{package}.{feed.Version}.snupkg"));
        foreach (ZipArchiveEntry entry in archive.Entries.Concat(symbols.Entries).Where(static entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) || entry.Name.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            using var content = new MemoryStream();
            using (Stream stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            Assert.True(content.ToArray().AsSpan().IndexOf(folder) < 0, entry.FullName);
        }
    }

    private string[] Files(string package)
    {
        using ZipArchive archive = Open(package, feed.Feed);
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }

    private string[] Dependencies(string package) =>
        [.. Nuspec(package).Descendants().Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")!.Value).Distinct().Order(StringComparer.Ordinal)];

    private XElement Nuspec(string package)
    {
        using ZipArchive archive = Open(package, feed.Feed);
        using Stream nuspec = archive.Entries.Single(static entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private ZipArchive Open(string package, string folder) => ZipFile.OpenRead(Path.Combine(folder, $"{package}.{feed.Version}.nupkg"));
}
