using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Repairs MIMO003, MIMO004 and MIMO008 for parameters: takes the type that JSON has a form for. What becomes of the code that uses the
/// parameter is left to its author.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeTypeCodeFixProvider))]
[Shared]
public sealed class ChangeTypeCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.TypeCannotBeKept.Id,
        DiagnosticDescriptors.TypeHasNoJsonForm.Id,
        DiagnosticDescriptors.KeyIsNoName.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<TypeSyntax>() is not { } syntax
            || syntax.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type is not { } type
            || JsonSubstitute.FindForParameter(type, context.SemanticModel.Compilation) is not { } substitute)
        {
            yield break;
        }

        string name = substitute.ToMinimalDisplayString(context.SemanticModel, NullableFlowState.NotNull, syntax.SpanStart);
        var edits = ImmutableArray.Create(new Edit(context.Document, syntax, (node, generator) => Syntaxes.Type(generator, substitute).WithTriviaFrom(node)));
        if (parameter.Modifiers.FirstOrDefault(static token => token.IsKind(SyntaxKind.ScopedKeyword)) is { RawKind: not 0 })
        {
            edits = edits.Add(new Edit(context.Document, parameter, static (node, _) => RemoveScoped((ParameterSyntax)node), "scoped"));
        }

        yield return new Repair($"Use '{name}'", "ChangeType", edits);
    }

    private static ParameterSyntax RemoveScoped(ParameterSyntax parameter) => parameter
        .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(static token => !token.IsKind(SyntaxKind.ScopedKeyword))))
        .WithLeadingTrivia(parameter.GetLeadingTrivia());
}
