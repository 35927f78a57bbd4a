using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>Asserts that a snippet is as its page says.</summary>
internal static class SnippetCheck
{
    public static async Task CheckAsync(Snippet snippet)
    {
        (Compilation program, ImmutableArray<Diagnostic> problems) = await SnippetCompiler.CompileAsync(snippet);
        IEnumerable<string> told = problems.Select(static problem => problem.Id).Distinct().Order(StringComparer.Ordinal);
        Assert.True(snippet.Reported.SequenceEqual(told), $"{snippet} is told of:\n{string.Join("\n", problems.Select(Describe))}\nand its page says: {string.Join(", ", snippet.Reported)}.");

        string code = string.Concat(program.SyntaxTrees);
        Assert.All(snippet.Generated, text => Assert.True(ShownText.IsWithin(code, text), $"For {snippet} there is no such generated code as:\n{text}"));
        if (snippet.Runs)
        {
            string printed = await SnippetRun.PrintAsync(program);
            Assert.True(snippet.Output is null || ShownText.Is(printed, snippet.Output), $"{snippet} prints:\n{printed}");
        }
    }

    private static string Describe(Diagnostic problem)
    {
        FileLinePositionSpan place = problem.Location.GetMappedLineSpan();
        string code = problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{place.Path}, line {place.StartLinePosition.Line + 1}: {problem.Id} {problem.GetMessage(CultureInfo.InvariantCulture)}\n    {code}");
    }
}
