using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO049: marks a method with <c>[MimoTool]</c>, in place of the attribute of another library where there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseMimoToolCodeFixProvider))]
[Shared]
public sealed class UseMimoToolCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.MethodCouldBeTool.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<AttributeSyntax>() is { } attribute)
        {
            yield return Repair(attribute.Parent is AttributeListSyntax { Parent: MethodDeclarationSyntax method } && IsDescription(attribute, context)
                ? AddMarker(context.Document, method)
                : Edit.Replace(context.Document, attribute, Marker(NameIn(attribute)).WithTriviaFrom(attribute)));
        }
        else if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken) is var info
            && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { DeclaringSyntaxReferences: [var reference, ..] }
            && context.FindElsewhere(Location.Create(reference.SyntaxTree, reference.Span)) is (var document, MethodDeclarationSyntax declaration))
        {
            yield return Repair(AddMarker(document, declaration));
        }
    }

    private static Repair Repair(Edit edit) => new("Mark with [MimoTool]", "UseMimoTool", edit);

    /// <summary>The edit's key is the same for all calls that pass the method, so it is marked once.</summary>
    private static Edit AddMarker(Document document, MethodDeclarationSyntax method) =>
        new(document, method, static (node, generator) => generator.AddAttributes(node, SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(Marker(name: null)))), "marker");

    /// <summary>A description is read by Mimo as well, so it stays.</summary>
    private static bool IsDescription(AttributeSyntax attribute, RepairContext context) =>
        context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ToDisplayString() == AttributeNames.Description;

    /// <summary>The tool's name where the other attribute gives one: its first argument, or <c>Name</c>.</summary>
    private static ExpressionSyntax? NameIn(AttributeSyntax attribute) =>
        (attribute.Named("Name") ?? attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null))?.Expression;

    private static AttributeSyntax Marker(ExpressionSyntax? name)
    {
        AttributeSyntax marker = ShortSyntax.Attribute("global::Mimo.MimoTool");
        return name is null ? marker : marker.AddArgumentListArguments(SyntaxFactory.AttributeArgument(name.WithoutTrivia()));
    }
}
