using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO029: appends a placeholder for the parameter to the last user message, or removes the parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedParameterCodeFixProvider))]
[Shared]
public sealed class UnusedParameterCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ParameterIsUnused.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<ParameterSyntax>() is not { Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax method } list } parameter)
        {
            yield break;
        }

        string name = parameter.Identifier.ValueText;
        if (UserTemplate.FindLast(method, context) is { } literal)
        {
            yield return new Repair($"Append '{{{name}}}' to the user's message", "Append", UserTemplate.Append(context.Document, literal, $"{{{name}}}"));
        }

        yield return new Repair($"Remove parameter '{name}'", "Remove", new Edit(
            context.Document, list, (node, _) => Without((ParameterListSyntax)node, name), name));
    }

    private static ParameterListSyntax Without(ParameterListSyntax list, string name) =>
        list.RemoveNode(list.Parameters.First(parameter => parameter.Identifier.ValueText == name), SyntaxRemoveOptions.KeepNoTrivia)!;
}
