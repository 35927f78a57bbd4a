using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Tests.Harness;

/// <summary>A user's project: its files, and the settings that generated code has to get along with.</summary>
internal sealed record TestProject
{
    /// <summary>The file of a test that has only one.</summary>
    public const string MainFile = "Main.cs";

    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>Files that are not code, by their paths.</summary>
    public ImmutableSortedDictionary<string, string> AdditionalFiles { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public TestFramework Framework { get; init; } = TestFramework.Net100;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public DocumentationMode DocumentationMode { get; init; } = DocumentationMode.Diagnose;

    /// <summary>Other projects that this one references.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode);

    public static TestProject Of(string source) => Of((MainFile, source));

    public static TestProject Of(params (string Name, string Text)[] files) => new()
    {
        Files = files.ToImmutableSortedDictionary(static file => file.Name, static file => file.Text, StringComparer.Ordinal),
    };

    public TestProject With(string file, string text) => this with { Files = Files.SetItem(file, text) };

    public TestProject WithAdditional(string path, string text) => this with { AdditionalFiles = AdditionalFiles.SetItem(path, text) };

    public CSharpCompilation Compile() => Framework.EmptyProject.AddReferences(References).AddSyntaxTrees([.. Files.Select(file => Parse(file.Key, file.Value))]);

    public SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path: file);
}
