using System.Reflection;

namespace Mimo.Docs.Tests.Pages;

/// <summary>Where the pages are kept.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string PathTo(string relative) => Path.Combine(Root, relative);

    /// <summary>Every page a reader may come upon, by its path from the root: those at the root and those below <c>docs</c>.</summary>
    public static IEnumerable<string> Pages => Directory.GetFiles(Root, "*.md")
        .Concat(Directory.GetFiles(PathTo("docs"), "*.md", SearchOption.AllDirectories))
        .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
