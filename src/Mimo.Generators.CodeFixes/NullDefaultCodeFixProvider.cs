using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO013: gives a nullable parameter, and those after it that C# then wants one of too, the default null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NullDefaultCodeFixProvider))]
[Shared]
public sealed class NullDefaultCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.NullableHasNoDefault.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<ParameterSyntax>() is { Default: null, Parent: ParameterListSyntax list } parameter)
        {
            yield return new Repair("Add '= null'", "NullDefault", list.Parameters
                .Skip(list.Parameters.IndexOf(parameter))
                .Where(static later => later is { Default: null } && !later.Modifiers.Any(SyntaxKind.ParamsKeyword))
                .Select(later => new Edit(context.Document, later, static (node, _) => AddDefault((ParameterSyntax)node)))
                .ToImmutableArray());
        }
    }

    private static ParameterSyntax AddDefault(ParameterSyntax parameter) => parameter
        .WithIdentifier(parameter.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
        .WithDefault(SyntaxFactory.EqualsValueClause(
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression).WithTrailingTrivia(parameter.Identifier.TrailingTrivia)));
}
