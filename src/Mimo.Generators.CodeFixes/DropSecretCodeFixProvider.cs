using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO035: keeps a member out of all JSON, or drops a placeholder.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropSecretCodeFixProvider))]
[Shared]
public sealed class DropSecretCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.SecretReachesPrompt.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (TemplateScope.Find(context) is not { } scope || scope.Reported is not ['{', .. var content, '}'] placeholder)
        {
            yield break;
        }

        if (content.Split(':') is [var path, var format] && format.Trim() == "json"
            && scope.TypeOf(path.Split('.').Select(static name => name.Trim()).ToArray()) is { } type
            && Secrets.FindWithin(type) is (IPropertySymbol { DeclaringSyntaxReferences: [var reference, ..] } member, _)
            && context.FindElsewhere(Location.Create(reference.SyntaxTree, reference.Span)) is (var document, var declaration)
            && declaration is PropertyDeclarationSyntax or ParameterSyntax)
        {
            yield return new Repair($"Mark '{member.Name}' with [JsonIgnore]", "Ignore", new Edit(
                document, declaration, static (node, generator) => generator.AddAttributes(node, Ignore(node)), "JsonIgnore"));
        }

        yield return new Repair($"Drop '{placeholder}'", "Drop", scope.ReplaceAll(context.Document, placeholder, ""));
    }

    /// <summary>On a record's parameter the attribute must say that it is the property's.</summary>
    private static AttributeListSyntax Ignore(SyntaxNode node)
    {
        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
            ShortSyntax.Attribute("global::System.Text.Json.Serialization.JsonIgnore")));
        return node is ParameterSyntax
            ? list.WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.PropertyKeyword)))
            : list;
    }
}
