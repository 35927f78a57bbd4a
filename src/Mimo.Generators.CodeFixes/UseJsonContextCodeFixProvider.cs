using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO040: names a type in a context, for which System.Text.Json's own generator then writes its metadata.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseJsonContextCodeFixProvider))]
[Shared]
public sealed class UseJsonContextCodeFixProvider : RepairingCodeFixProvider
{
    private const string ContextBase = "System.Text.Json.Serialization.JsonSerializerContext";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.TypeNeedsReflection.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<TypeSyntax>() is not { } written
            || context.SemanticModel.GetTypeInfo(written, context.CancellationToken).Type is not { } used
            || FindConverted(used) is not { } type
            || FindContext(context) is not (var symbol, var document, var declaration))
        {
            yield break;
        }

        string syntax = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var edits = new List<Edit>
        {
            new(document, declaration, (node, generator) => generator.AddAttributes(node, Attribute("global::System.Text.Json.Serialization.JsonSerializable", syntax)), syntax),
        };
        if (!IsNamed(symbol, context.SemanticModel.Compilation.Assembly))
        {
            string name = symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            edits.Add(new Edit(context.Document, context.Root, (node, _) => WithContext((CompilationUnitSyntax)node, name), "context"));
        }

        yield return new Repair($"Name '{type.Name}' in '{symbol.Name}'", "UseJsonContext", edits.ToArray());
    }

    /// <summary>The type whose converter is a factory: the one written, or the first that it is made of.</summary>
    private static INamedTypeSymbol? FindConverted(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => FindConverted(array.ElementType),
        INamedTypeSymbol named when named.HasAttribute(AttributeNames.JsonConverter) => named,
        INamedTypeSymbol named => named.TypeArguments.Select(FindConverted).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    /// <summary>A context of the project that can be added to.</summary>
    private static (INamedTypeSymbol Symbol, Document Document, SyntaxNode Declaration)? FindContext(RepairContext context)
    {
        foreach (ISymbol symbol in context.SemanticModel.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, context.CancellationToken))
        {
            if (symbol is INamedTypeSymbol { BaseType: { } parent, DeclaringSyntaxReferences: [var reference, ..] } type
                && parent.ToDisplayString() == ContextBase
                && context.FindElsewhere(Location.Create(reference.SyntaxTree, reference.Span)) is (var document, ClassDeclarationSyntax declaration))
            {
                return (type, document, declaration);
            }
        }

        return null;
    }

    private static bool IsNamed(INamedTypeSymbol context, IAssemblySymbol assembly) => assembly.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.ToDisplayString() == AttributeNames.MimoJsonContext
        && SymbolEqualityComparer.Default.Equals(attribute.ConstructorArguments.FirstOrDefault().Value as ISymbol, context));

    private static CompilationUnitSyntax WithContext(CompilationUnitSyntax unit, string context)
    {
        AttributeListSyntax list = Attribute("global::Mimo.MimoJsonContext", context)
            .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.AssemblyKeyword)))
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return unit.WithAttributeLists(unit.AttributeLists.Add(list));
    }

    private static AttributeListSyntax Attribute(string name, string type) => SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
        ShortSyntax.Attribute(name).AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(ShortSyntax.Type(type))))));
}
