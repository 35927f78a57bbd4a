using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO006 for a parameter that is a tuple: declares a record of the same items, so that code that names them stays as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TupleToRecordCodeFixProvider))]
[Shared]
public sealed class TupleToRecordCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ShapeIsLost.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<TupleTypeSyntax>() is not { } tuple
            || tuple.FirstAncestorOrSelf<ParameterSyntax>() is not { Identifier.IsMissing: false } parameter
            || parameter.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is not { Parent: { } scope } holder)
        {
            yield break;
        }

        string name = FindName(context.SemanticModel, parameter);
        yield return new Repair(
            $"Use a record '{name}'",
            "TupleToRecord",
            new Edit(context.Document, tuple, (node, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(node)),
            new Edit(context.Document, scope, (node, generator) => AddRecord(node, generator, name, tuple, holder), name));
    }

    /// <summary>The parameter's name in capitals, or one like it that is still free.</summary>
    private static string FindName(SemanticModel model, ParameterSyntax parameter)
    {
        string word = parameter.Identifier.ValueText;
        string name = char.ToUpperInvariant(word[0]) + word.Substring(1);
        return model.LookupNamespacesAndTypes(parameter.SpanStart, name: name).IsEmpty ? name : name + "Data";
    }

    private static SyntaxNode AddRecord(SyntaxNode scope, SyntaxGenerator generator, string name, TupleTypeSyntax tuple, TypeDeclarationSyntax holder)
    {
        string access = holder.Modifiers.Any(SyntaxKind.PublicKeyword) ? "public " : "";
        string items = string.Join(", ", tuple.Elements.Select(static (element, index) => $"{element.Type} {(element.Identifier.IsKind(SyntaxKind.None) ? "Item" + (index + 1) : element.Identifier.Text)}"));
        MemberDeclarationSyntax record = SyntaxFactory.ParseMemberDeclaration($"{access}sealed record {name}({items});")!
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return generator.AddMembers(scope, record);
    }
}
