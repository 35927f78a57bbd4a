using System.Collections.Immutable;
using Mimo.Docs.Tests.Pages;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>
/// Makes programs of a page's C#. A snippet stands for itself, and sees the types and usings of those before it that it names; what
/// more it needs, and its reader need not see, is in hidden comments before the block: docs/contributing.md lists them.
/// </summary>
internal sealed class SnippetReader
{
    /// <summary>What the SDK's implicit usings are.</summary>
    private static readonly ImmutableArray<string> Implicit =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>What pages take for granted beside them, where a snippet does not claim to be complete.</summary>
    internal static readonly ImmutableArray<string> Assumed =
        ["Mimo", "Mimo.Testing", "NSubstitute", "System.ComponentModel", "System.ComponentModel.DataAnnotations", "System.Text.Json", "System.Text.Json.Serialization", "Xunit"];

    private readonly string _path;
    private readonly ImmutableDictionary<string, string> _additionalFiles;
    private readonly List<Snippet> _snippets = [];
    private ImmutableArray<SnippetDeclaration> _declarations = [];
    private ImmutableArray<string> _usings = [];
    private string _statements = "";
    private string _script = "";

    private SnippetReader(Page page)
    {
        _path = page.Path;
        _additionalFiles = page.CodeBlocks()
            .SelectMany(static block => block.Comments.Where(static comment => comment.Keyword == "file").Select(comment => KeyValuePair.Create("/project/" + comment.Content, block.Text)))
            .ToImmutableDictionary(StringComparer.Ordinal);
    }

    public static IReadOnlyList<Snippet> Read(Page page)
    {
        var reader = new SnippetReader(page);
        foreach (CodeBlock block in page.CodeBlocks())
        {
            reader.Read(block);
        }

        return reader._snippets;
    }

    private void Read(CodeBlock block)
    {
        string place = $"{_path}, line {block.Line}";
        (string keyword, string content) = block.Comments.FirstOrDefault(static comment => comment.Keyword is "file" or "output" or "output of" or "generated") ?? new PageComment("", "");
        switch (keyword)
        {
            case "file":
                break;
            case "output":
                _snippets[^1] = Last(place) is { Runs: true } last ? last with { Output = block.Text } : throw new FormatException($"{place}: output, but {Last(place)} is not run.");
                break;
            case "output of":
                CodeBlock hidden = block with { Language = "csharp", Text = content, Comments = [.. block.Comments.Where(static comment => comment.Keyword != "output of")] };
                _snippets.Add(ReadSnippet(place, hidden) with { Output = block.Text });
                break;
            case "generated":
                _snippets[^1] = Last(place) with { Generated = Last(place).Generated.Add(block.Text) };
                break;
            case "" when block.Language == "csharp":
                _snippets.Add(ReadSnippet(place, block));
                break;
            case "" when block.Comments.Count > 0:
                throw new FormatException($"{place}: '{block.Comments[0].Keyword}' belongs before C#.");
        }
    }

    private Snippet Last(string place) => _snippets.LastOrDefault() ?? throw new FormatException($"{place}: there is no snippet before it.");

    private Snippet ReadSnippet(string place, CodeBlock block)
    {
        SnippetNotes notes = SnippetNotes.Read(place, block.Comments);
        foreach (SnippetCode given in notes.Given)
        {
            Remember(given);
        }

        string line = $"#line {block.Line} \"{_path}\"\n";
        SnippetCode code = SnippetCode.Parse(notes.Inside is null ? block.Text : $"{notes.Inside}\n{{\n{line}{block.Text}\n}}\n");
        string before = (notes.Continues ? _statements : "") + string.Concat(notes.Given.Select(static given => given.Statements));
        ImmutableArray<SnippetDeclaration> earlier = notes.IsComplete ? [] : Reached(code, SnippetCode.Parse(before));
        Remember(code);
        _statements = $"{before}{line}{code.Statements}\n";
        _script = notes.Continues ? $"{_script}, {notes.Script}" : notes.Script;

        bool runs = code.Statements.Length + before.Length > 0;
        return new Snippet
        {
            Place = place,
            Files =
            [
                ("Usings.cs", Usings(notes.IsComplete ? Implicit : Implicit.AddRange(Assumed), notes.IsComplete ? code.Usings : _usings)),
                ("Snippet.cs", $"{before}\n{(notes.Inside is null ? line : "")}{code.Body}"),
                ("Script.cs", $"using Mimo.Testing; internal static class PageScript {{ public static MimoTurn[] Turns() => [{_script.Trim(' ', ',')}]; }}"),
                .. earlier.Select(static (declaration, index) => ($"Earlier{index}.cs", declaration.Text)),
            ],
            AdditionalFiles = _additionalFiles,
            Reported = notes.Reported,
            IsProgram = runs,
            Runs = runs && notes.IsRun && notes.Reported.IsEmpty,
        };
    }

    private void Remember(SnippetCode code)
    {
        ImmutableHashSet<string> declared = [.. code.Declarations.SelectMany(static declaration => declaration.Declared)];
        _declarations = [.. _declarations.Where(earlier => !earlier.Declared.Overlaps(declared)), .. code.Declarations];
        _usings = [.. _usings.Union(code.Usings, StringComparer.Ordinal)];
    }

    /// <summary>The types of earlier snippets that these name, and those that they name in turn; the newest of a name counts.</summary>
    private ImmutableArray<SnippetDeclaration> Reached(SnippetCode code, SnippetCode before)
    {
        ImmutableHashSet<string> own = [.. code.Declarations.SelectMany(static declaration => declaration.Declared)];
        var left = _declarations.Where(earlier => !earlier.Declared.Overlaps(own)).ToList();
        HashSet<string> names = [.. code.Names, .. before.Names];
        var reached = ImmutableArray.CreateBuilder<SnippetDeclaration>();
        while (left.Find(earlier => earlier.Declared.Overlaps(names)) is { } next)
        {
            left.Remove(next);
            reached.Add(next);
            names.UnionWith(next.Names);
        }

        return reached.ToImmutable();
    }

    private static string Usings(IEnumerable<string> namespaces, IEnumerable<string> directives) =>
        string.Concat(namespaces.Select(static name => $"using {name};").Union(directives, StringComparer.Ordinal).Select(static directive => $"global {directive}\n"));
}
