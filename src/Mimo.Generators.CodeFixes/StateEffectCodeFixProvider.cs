using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO026: says that a tool changes something, and on wish that a person must agree to each call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateEffectCodeFixProvider))]
[Shared]
public sealed class StateEffectCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.EffectIsUnstated.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<MethodDeclarationSyntax>()?.AttributeLists.FindAttribute(AttributeNames.MimoTool, context.SemanticModel, context.CancellationToken) is not { } attribute)
        {
            yield break;
        }

        // Destructive is the careful answer; an author who knows better says Idempotent.
        yield return new Repair(
            "Set Effect = ToolEffect.Destructive", "SetEffect", new Edit(context.Document, attribute, static (node, _) => WithEffect((AttributeSyntax)node)));
        if (attribute.Named("RequireApproval") is null)
        {
            yield return new Repair(
                "Set Effect = ToolEffect.Destructive and require approval",
                "RequireApproval",
                new Edit(context.Document, attribute, static (node, _) => WithEffect((AttributeSyntax)node)
                    .WithNamed("RequireApproval", SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))));
        }
    }

    private static AttributeSyntax WithEffect(AttributeSyntax attribute) => attribute.WithNamed("Effect", ShortSyntax.Expression("global::Mimo.ToolEffect.Destructive"));
}
