using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO003: passes a parameter by value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveModifierCodeFixProvider))]
[Shared]
public sealed class RemoveModifierCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ParameterIsByReference.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<ParameterSyntax>() is { } parameter && parameter.Modifiers.Any(IsReference))
        {
            string modifiers = string.Join(" ", parameter.Modifiers.Where(IsReference).Select(static token => token.Text));
            yield return new Repair($"Remove '{modifiers}'", "RemoveModifier", new Edit(context.Document, parameter, static (node, _) => Remove((ParameterSyntax)node)));
        }
    }

    private static ParameterSyntax Remove(ParameterSyntax parameter)
    {
        SyntaxTriviaList leading = parameter.GetLeadingTrivia();
        return parameter.WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(static token => !IsReference(token)))).WithLeadingTrivia(leading);
    }

    private static bool IsReference(SyntaxToken token) =>
        token.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword;
}
