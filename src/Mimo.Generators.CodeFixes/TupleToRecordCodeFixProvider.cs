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

/// <summary>
/// Repairs MIMO006 for a tuple: declares a record of the same items, so that code that names them stays as it is. Where a method gives one
/// back, the tuples that it makes become records too; that is offered if it compiles then.
/// </summary>
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
            || tuple.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is not { Parent: { } scope } holder)
        {
            yield break;
        }

        if (tuple.FirstAncestorOrSelf<ParameterSyntax>() is { Identifier.IsMissing: false } parameter)
        {
            string name = FindName(context.SemanticModel, parameter.SpanStart, parameter.Identifier.ValueText);
            yield return Repair(name, Use(context.Document, tuple, name), Declare(name));
        }
        else if (MethodResult.Find(tuple) is { Identifier.IsMissing: false } method
            && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && !MethodResult.IsPinned(symbol))
        {
            string name = FindName(context.SemanticModel, method.SpanStart, WithoutEnd(method.Identifier.ValueText, "Async") + "Result");
            Edit[] edits = [.. TuplesIn(method, tuple, name, context), Declare(name)];
            if (Trial.Compiles(context, edits))
            {
                yield return Repair(name, edits);
            }
        }

        Edit Declare(string name) => new(context.Document, scope, (node, generator) => AddRecord(node, generator, name, tuple, holder), name);
    }

    private static Repair Repair(string name, params Edit[] edits) => new($"Use a record '{name}'", "TupleToRecord", edits);

    private static Edit Use(Document document, TupleTypeSyntax tuple, string name) =>
        new(document, tuple, (node, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(node));

    /// <summary>The tuples of a shape that a method writes, types and values, as records.</summary>
    private static IEnumerable<Edit> TuplesIn(MethodDeclarationSyntax method, TupleTypeSyntax tuple, string name, RepairContext context)
    {
        ITypeSymbol? shape = WithoutNames(context.SemanticModel.GetTypeInfo(tuple, context.CancellationToken).Type);
        bool IsSame(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(WithoutNames(type), shape);
        foreach (SyntaxNode node in method.DescendantNodes())
        {
            if (node is TupleTypeSyntax type && IsSame(context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type))
            {
                yield return Use(context.Document, type, name);
            }
            else if (node is TupleExpressionSyntax value && !IsAssigned(value) && context.SemanticModel.GetTypeInfo(value, context.CancellationToken) is var info && (IsSame(info.ConvertedType) || IsSame(info.Type)))
            {
                yield return new Edit(context.Document, value, (current, _) => Create(name, (TupleExpressionSyntax)current).WithTriviaFrom(current));
            }
        }
    }

    private static ITypeSymbol? WithoutNames(ITypeSymbol? type) => type is INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } plain } ? plain : type;

    /// <summary>Whether a tuple takes a value apart rather than making one.</summary>
    private static bool IsAssigned(TupleExpressionSyntax tuple) => tuple.Parent is AssignmentExpressionSyntax assignment && assignment.Left == tuple;

    private static ObjectCreationExpressionSyntax Create(string name, TupleExpressionSyntax tuple) => SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.IdentifierName(name),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
                tuple.Arguments.Select(static argument => argument.WithNameColon(null).WithoutLeadingTrivia()),
                Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), tuple.Arguments.Count - 1))),
            initializer: null);

    /// <summary>A word in capitals, or one like it that is still free.</summary>
    private static string FindName(SemanticModel model, int position, string word)
    {
        string name = char.ToUpperInvariant(word[0]) + word.Substring(1);
        return model.LookupNamespacesAndTypes(position, name: name).IsEmpty ? name : name + "Data";
    }

    private static string WithoutEnd(string word, string end) =>
        word.Length > end.Length && word.EndsWith(end, StringComparison.Ordinal) ? word.Substring(0, word.Length - end.Length) : word;

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
