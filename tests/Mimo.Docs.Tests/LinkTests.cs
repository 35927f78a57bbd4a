using Mimo.Docs.Tests.Pages;

namespace Mimo.Docs.Tests;

/// <summary>Links lead somewhere: to a file that exists, and on a page to a heading that it has.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string path)
    {
        string[] dead = [.. Page.Read(path).Links().Where(link => !LeadsSomewhere(path, link))];
        Assert.Empty(dead);
    }

    [Theory]
    [InlineData("docs/none.md")]
    [InlineData("#no-such-heading")]
    [InlineData("docs/types.md#no-such-heading")]
    [InlineData("../outside.md")]
    [InlineData("http://example.com")]
    [InlineData(Repository.Address + "docs/none.md")]
    public void A_link_that_leads_nowhere_is_found(string link) => Assert.False(LeadsSomewhere("README.md", link));

    [Theory]
    [InlineData("docs/types.md#where-systemtextjson-means-something-else")]
    [InlineData("docs/rules")]
    [InlineData("LICENSE")]
    [InlineData(Repository.Address + "docs/types.md#where-systemtextjson-means-something-else")]
    public void A_link_that_leads_somewhere_is_followed(string link) => Assert.True(LeadsSomewhere("README.md", link));

    /// <summary>A gallery shows the page of a package without the repository around it.</summary>
    [Fact]
    public void The_pages_of_packages_link_by_whole_addresses()
    {
        string[] links = [.. Repository.Pages.Where(IsPackagePage).SelectMany(static path => Page.Read(path).Links())];

        Assert.NotEmpty(links);
        Assert.All(links, static link => Assert.StartsWith(Repository.Address, link, StringComparison.Ordinal));
    }

    /// <summary>Every page but the first can be reached from the README, link by link.</summary>
    [Fact]
    public void Every_page_can_be_reached_from_the_first()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { "README.md" };
        var left = new Queue<string>(reached);
        while (left.TryDequeue(out string? path))
        {
            foreach (string target in Page.Read(path).Links().Where(static link => !IsElsewhere(link)).Select(link => Target(path, link).Path))
            {
                string page = Directory.Exists(Repository.PathTo(target)) ? target.TrimEnd('/') + "/README.md" : target;
                if (page.EndsWith(".md", StringComparison.Ordinal) && File.Exists(Repository.PathTo(page)) && reached.Add(page))
                {
                    left.Enqueue(page);
                }
            }
        }

        // GitHub itself shows how to contribute, and a gallery what a package is.
        Assert.Empty(Repository.Pages.Where(static path => !IsPackagePage(path)).Except(reached).Except(["CONTRIBUTING.md"]));
    }

    private static bool IsPackagePage(string path) => Path.GetFileName(path) == Repository.PackagePage;

    private static bool LeadsSomewhere(string from, string link)
    {
        if (link.StartsWith(Repository.Address, StringComparison.Ordinal))
        {
            return LeadsSomewhere("README.md", link[Repository.Address.Length..]);
        }

        if (IsElsewhere(link))
        {
            return link.StartsWith("https://", StringComparison.Ordinal);
        }

        (string path, string anchor) = Target(from, link);
        string full = Path.GetFullPath(Repository.PathTo(path));
        return full.StartsWith(Repository.Root, StringComparison.Ordinal)
            && (File.Exists(full) || Directory.Exists(full))
            && (anchor.Length == 0 || Page.Read(path).Anchors().Contains(anchor));
    }

    private static bool IsElsewhere(string link) => link.Contains("://", StringComparison.Ordinal);

    private static (string Path, string Anchor) Target(string from, string link)
    {
        string[] parts = link.Split('#', 2);
        string path = parts[0].Length == 0 ? from : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(from)!, parts[0]))).Replace('\\', '/');
        return (path, parts.Length == 2 ? parts[1] : "");
    }
}
