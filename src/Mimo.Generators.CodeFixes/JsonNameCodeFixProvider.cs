using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO019: gives the second of two members or parameters of one name in JSON a name of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JsonNameCodeFixProvider))]
[Shared]
public sealed class JsonNameCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.MembersCollide.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Diagnostic.AdditionalLocations is [{ } declared])
        {
            return context.FindElsewhere(declared) is var (document, node) ? FindMemberRepair(context, document, node) : [];
        }

        // What is said of a parameter's type, which another project declares, stands on the type.
        return context.Find<ParameterSyntax>() is { } parameter && parameter.Identifier.Span == context.Diagnostic.Location.SourceSpan ? FindParameterRepair(context, parameter) : [];
    }

    private static IEnumerable<Repair> FindParameterRepair(RepairContext context, ParameterSyntax parameter)
    {
        if (context.SemanticModel.GetDeclaredSymbol(parameter, context.CancellationToken) is not { } symbol
            || context.SemanticModel.Compilation.GetTypeByMetadataName(AttributeNames.MimoParameter) is not { } type)
        {
            yield break;
        }

        AttributeSyntax? attribute = Syntaxes.Attribute(symbol.FindAttribute(AttributeNames.MimoParameter), context.CancellationToken);
        ExpressionSyntax? written = attribute?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")?.Expression;
        string name = written is LiteralExpressionSyntax literal && literal.Token.ValueText == symbol.Name ? symbol.Name + "2" : written is null ? symbol.Name + "2" : symbol.Name;
        if (written is not null)
        {
            yield return new Repair($"Name it '{name}'", "JsonName", new Edit(context.Document, written, (node, _) => Syntaxes.Literal(name).WithTriviaFrom(node)));
        }
        else if (attribute is null)
        {
            yield return new Repair(
                $"Name it '{name}'",
                "JsonName",
                new Edit(context.Document, parameter, (node, generator) => Syntaxes.AddAttribute(generator, node, type, Syntaxes.Argument("Name", name))));
        }
    }

    private static IEnumerable<Repair> FindMemberRepair(RepairContext context, Document document, SyntaxNode node)
    {
        if (context.SemanticModel.Compilation.GetTypeByMetadataName(AttributeNames.JsonPropertyName) is not { } type
            || node.FirstAncestorOrSelf<SyntaxNode>(static node => node is PropertyDeclarationSyntax or ParameterSyntax) is not { } declaration)
        {
            yield break;
        }

        string own = declaration is PropertyDeclarationSyntax property ? property.Identifier.ValueText : ((ParameterSyntax)declaration).Identifier.ValueText;
        SyntaxList<AttributeListSyntax> lists = declaration is PropertyDeclarationSyntax { AttributeLists: var first } ? first : ((ParameterSyntax)declaration).AttributeLists;
        ExpressionSyntax? written = lists.SelectMany(static list => list.Attributes)
            .FirstOrDefault(static attribute => attribute.Name.ToString().Split('.').Last() is "JsonPropertyName" or "JsonPropertyNameAttribute")
            ?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        string camel = WireNames.ToCamelCase(own);
        if (written is not null)
        {
            string name = written is LiteralExpressionSyntax literal && literal.Token.ValueText == camel ? camel + "2" : camel;
            yield return new Repair($"Name it '{name}'", "JsonName", new Edit(document, written, (node, _) => Syntaxes.Literal(name).WithTriviaFrom(node)));
        }
        else
        {
            // A record's parameter hands the attribute to the property that is made of it.
            yield return new Repair($"Name it '{camel}2'", "JsonName", new Edit(document, declaration, (node, generator) =>
                Syntaxes.AddAttribute(generator, node, type, node is ParameterSyntax ? SyntaxKind.PropertyKeyword : SyntaxKind.None, Syntaxes.Argument(camel + "2"))));
        }
    }
}
