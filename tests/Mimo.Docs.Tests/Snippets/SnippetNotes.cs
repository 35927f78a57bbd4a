using System.Collections.Immutable;
using Mimo.Docs.Tests.Pages;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>What the hidden comments before a snippet say of it.</summary>
internal sealed record SnippetNotes
{
    /// <summary>Whether it is a whole program, which needs no usings or types but its own.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Whether the statements of the snippet before it come first.</summary>
    public bool Continues { get; private init; }

    /// <summary>Code that the reader is spared.</summary>
    public ImmutableArray<SnippetCode> Given { get; private init; } = [];

    /// <summary>The head of the type that it is a part of, or null.</summary>
    public string? Inside { get; private init; }

    /// <summary>What the local MiMo answers, as C#: expressions of turns, separated by commas.</summary>
    public string Script { get; private init; } = "";

    /// <summary>What the compiler and the analyzers tell of it.</summary>
    public ImmutableSortedSet<string> Reported { get; private init; } = [];

    /// <summary>Whether its statements can be run by a test.</summary>
    public bool IsRun { get; private init; } = true;

    public static SnippetNotes Read(string place, IEnumerable<PageComment> comments)
    {
        var notes = new SnippetNotes();
        foreach ((string keyword, string content) in comments)
        {
            notes = keyword switch
            {
                "complete" => notes with { IsComplete = true },
                "continues" => notes with { Continues = true },
                "given" => notes with { Given = notes.Given.Add(SnippetCode.Parse(content)) },
                "inside" => notes with { Inside = content },
                "script" => notes with { Script = content },
                "reported" => notes with { Reported = [.. content.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)] },
                "not run" when content.Length > 0 => notes with { IsRun = false },
                "not run" => throw new FormatException($"{place}: 'not run' needs a reason."),
                _ => throw new FormatException($"{place}: there is no '{keyword}'; docs/contributing.md lists what there is."),
            };
        }

        return notes;
    }
}
