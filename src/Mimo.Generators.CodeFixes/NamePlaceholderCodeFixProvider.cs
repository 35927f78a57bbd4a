using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO028: corrects a placeholder's name to the nearest there is, or adds the parameter that it names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NamePlaceholderCodeFixProvider))]
[Shared]
public sealed class NamePlaceholderCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.PlaceholderIsUnknown.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (TemplateScope.Find(context) is not { } scope)
        {
            yield break;
        }

        string name = scope.Reported;
        if (NearestName.Find(name, scope.NamesAt(scope.Span)) is { } nearest)
        {
            yield return new Repair($"Change to '{nearest}'", "NearestName", scope.ReplaceReported(context.Document, nearest));
        }

        bool isFirst = scope.Text.Substring(0, scope.Span.Start).TrimEnd().EndsWith("{", StringComparison.Ordinal);
        if (isFirst && SyntaxFacts.IsValidIdentifier(name) && scope.Literal.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && method.ParameterList.Parameters.All(parameter => parameter.Identifier.ValueText != name))
        {
            yield return new Repair($"Add parameter '{name}'", "AddParameter", new Edit(
                context.Document, method.ParameterList, (list, _) => WithParameter((ParameterListSyntax)list, name), name));
        }
    }

    /// <summary>The parameter goes behind those that must be given, and before those that need not and before ambient ones.</summary>
    private static ParameterListSyntax WithParameter(ParameterListSyntax list, string name)
    {
        SyntaxToken identifier = SyntaxFactory.ParseToken(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name);
        ParameterSyntax parameter = SyntaxFactory.Parameter(identifier)
            .WithType(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)).WithTrailingTrivia(SyntaxFactory.Space));
        int index = list.Parameters.IndexOf(static other => other.Default is not null || other.Modifiers.Any(SyntaxKind.ParamsKeyword) || other.Type?.ToString().EndsWith("CancellationToken", StringComparison.Ordinal) == true);
        return list.WithParameters(list.Parameters.With(index < 0 ? list.Parameters.Count : index, parameter));
    }
}
