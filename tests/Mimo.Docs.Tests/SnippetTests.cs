using Mimo.Docs.Tests.Pages;
using Mimo.Docs.Tests.Snippets;

// Programs print to the console and read the environment, of which there is one.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Mimo.Docs.Tests;

/// <summary>Every snippet of C# compiles without a warning and, where it can run, does what its page says.</summary>
public sealed class SnippetTests
{
    /// <summary>The pages of the rules are read by the tests of the rules: their code is meant to be told of.</summary>
    private static readonly Dictionary<string, Snippet> Snippets = Repository.Pages
        .Where(static path => !path.StartsWith("docs/rules/MIMO", StringComparison.Ordinal))
        .SelectMany(static path => SnippetReader.Read(Page.Read(path)))
        .ToDictionary(static snippet => snippet.Place);

    public static TheoryData<string> Places => [.. Snippets.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public Task A_snippet_is_as_its_page_says(string place) => SnippetCheck.CheckAsync(Snippets[place]);
}
