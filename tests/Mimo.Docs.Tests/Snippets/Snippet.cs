using System.Collections.Immutable;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>One piece of C# on a page, as a program that can be compiled and, if it has statements, run.</summary>
internal sealed record Snippet
{
    /// <summary>The page, and the line on which the code begins.</summary>
    public required string Place { get; init; }

    /// <summary>The program's files.</summary>
    public required ImmutableArray<(string Name, string Text)> Files { get; init; }

    /// <summary>The files beside the code that the page shows, by their paths.</summary>
    public required ImmutableDictionary<string, string> AdditionalFiles { get; init; }

    /// <summary>What the page says that the compiler and the analyzers tell of it.</summary>
    public required ImmutableSortedSet<string> Reported { get; init; }

    /// <summary>Whether it has statements outside of any type.</summary>
    public required bool IsProgram { get; init; }

    /// <summary>Whether those are run.</summary>
    public required bool Runs { get; init; }

    /// <summary>What the page says that it prints; null where the page does not say.</summary>
    public string? Output { get; init; }

    /// <summary>What the page says is in the generated code.</summary>
    public ImmutableArray<string> Generated { get; init; } = [];

    public override string ToString() => Place;
}
