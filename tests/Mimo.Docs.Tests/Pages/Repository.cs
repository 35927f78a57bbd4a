using System.Reflection;

namespace Mimo.Docs.Tests.Pages;

/// <summary>Where the pages are kept.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The name of the page that a gallery of packages shows.</summary>
    public const string PackagePage = "PACKAGE.md";

    /// <summary>Where pages are that are shown away from the others.</summary>
    public const string Address = "https://github.com/mimo-generators/mimo-generators/blob/main/";

    public static string PathTo(string relative) => Path.Combine(Root, relative);

    /// <summary>Every page a reader may come upon, by its path from the root: those at the root, those below <c>docs</c>, and those of packages.</summary>
    public static IEnumerable<string> Pages => Directory.GetFiles(Root, "*.md")
        .Concat(Directory.GetFiles(PathTo("docs"), "*.md", SearchOption.AllDirectories))
        .Concat(Directory.GetDirectories(PathTo("src")).SelectMany(static project => Directory.GetFiles(project, PackagePage)))
        .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
