using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO022: lets an asynchronous tool be waited for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTaskCodeFixProvider))]
[Shared]
public sealed class ReturnTaskCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ReturnIsUnsupported.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Node is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } type
            && context.SemanticModel.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is { } task)
        {
            yield return new Repair("Return Task", "ReturnTask", new Edit(context.Document, type, (node, generator) => Syntaxes.Type(generator, task).WithTriviaFrom(node)));
        }
    }
}
