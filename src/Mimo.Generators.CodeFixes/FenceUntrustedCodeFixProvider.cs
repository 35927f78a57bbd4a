using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO034 for a value that another method knows to be untrusted: marks it here too, or fences it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FenceUntrustedCodeFixProvider))]
[Shared]
public sealed class FenceUntrustedCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.UntrustedIsUnfenced.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (TemplateScope.Find(context) is not { Methods: [{ } method] } scope
            || scope.Reported is not ['{', .. var content, '}'] placeholder
            || content.Split(':')[0] is not { } path
            || method.Parameters.FirstOrDefault(parameter => parameter.Name == path.Split('.')[0].Trim()) is not { } parameter
            || parameter.HasAttribute(AttributeNames.Untrusted)
            || context.SemanticModel.Compilation.GetTypeByMetadataName(AttributeNames.Untrusted) is not { } attribute)
        {
            yield break;
        }

        if (parameter.DeclaringSyntaxReferences is [var reference] && context.FindElsewhere(Location.Create(reference.SyntaxTree, reference.Span)) is (var document, ParameterSyntax declaration))
        {
            yield return new Repair($"Mark '{parameter.Name}' with [Untrusted]", "MarkUntrusted", new Edit(
                document, declaration, (node, generator) => Syntaxes.AddAttribute(generator, node, attribute), "Untrusted"));
        }

        // Where text speaks with authority a fence makes it none the better.
        if (scope.Literal.FirstAncestorOrSelf<AttributeSyntax>() is { } prompt
            && context.SemanticModel.GetTypeInfo(prompt, context.CancellationToken).Type?.ToDisplayString() == AttributeNames.UserPrompt)
        {
            yield return new Repair("Write as :fence", "Fence", scope.ReplaceAll(context.Document, placeholder, $"{{{path}:fence}}"));
        }
    }
}
