using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
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
    private const string Serializable = "global::System.Text.Json.Serialization.JsonSerializable";
    private const string NewContext = "AppJsonContext";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.TypeNeedsReflection.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<TypeSyntax>() is { } written
            && context.SemanticModel.GetTypeInfo(written, context.CancellationToken).Type is { } used
            && FindConverted(used) is { } type)
        {
            yield return FindContext(context) is (var symbol, var document, var declaration)
                ? AddTo(symbol, document, declaration, type, context)
                : Create(written, type, context);
        }
    }

    private static Repair AddTo(INamedTypeSymbol symbol, Document document, SyntaxNode declaration, INamedTypeSymbol type, RepairContext context)
    {
        string syntax = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var edits = new List<Edit>
        {
            new(document, declaration, (node, generator) => generator.AddAttributes(node, Attribute(Serializable, syntax)), syntax),
        };
        if (!IsNamed(symbol, context.SemanticModel.Compilation.Assembly))
        {
            edits.Add(Announce(context, symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
        }

        return new Repair($"Name '{type.Name}' in '{symbol.Name}'", "UseJsonContext", edits.ToArray());
    }

    /// <summary>A project without any context gets one, below the type that the diagnostic stands in.</summary>
    private static Repair Create(TypeSyntax written, INamedTypeSymbol type, RepairContext context)
    {
        SyntaxNode scope = written.Ancestors().OfType<TypeDeclarationSyntax>().Last().Parent!;
        string prefix = context.SemanticModel.GetDeclaredSymbol(scope, context.CancellationToken) is INamespaceSymbol { IsGlobalNamespace: false } @namespace
            ? @namespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "."
            : "global::";
        string syntax = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new Repair(
            $"Name '{type.Name}' in a new '{NewContext}'",
            "UseJsonContext",
            new Edit(context.Document, scope, (node, generator) => WithType(node, generator, syntax), syntax),
            Announce(context, prefix + NewContext));
    }

    /// <summary>The scope with a context that names the type; several types share one.</summary>
    private static SyntaxNode WithType(SyntaxNode scope, SyntaxGenerator generator, string type)
    {
        if (!scope.ChildNodes().OfType<ClassDeclarationSyntax>().Any(static declaration => declaration.Identifier.ValueText == NewContext))
        {
            MemberDeclarationSyntax created = SyntaxFactory.ParseMemberDeclaration($"internal sealed partial class {NewContext} : {ContextBase} {{ }}")!;
            BaseTypeSyntax parent = ((ClassDeclarationSyntax)created).BaseList!.Types[0];
            scope = generator.AddMembers(scope, created
                .ReplaceNode(parent, SyntaxFactory.SimpleBaseType(ShortSyntax.Type("global::" + ContextBase)))
                .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
                .WithAdditionalAnnotations(Formatter.Annotation));
        }

        ClassDeclarationSyntax declaration = scope.ChildNodes().OfType<ClassDeclarationSyntax>().First(static declaration => declaration.Identifier.ValueText == NewContext);
        return scope.ReplaceNode(declaration, generator.AddAttributes(declaration, Attribute(Serializable, type)));
    }

    private static Edit Announce(RepairContext context, string name) =>
        new(context.Document, context.Root, (node, _) => WithContext((CompilationUnitSyntax)node, name), "context");

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
