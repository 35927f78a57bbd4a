using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO037: writes a value that the server accepts, or leaves out an option that does nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairOptionCodeFixProvider))]
[Shared]
public sealed class RepairOptionCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.OptionIsIdle.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<AttributeArgumentSyntax>() is not { Parent.Parent: AttributeSyntax attribute, NameEquals.Name.Identifier.ValueText: var name } argument)
        {
            yield break;
        }

        if (context.Diagnostic.Properties.TryGetValue(PromptOptionAdvice.Replacement, out string? replacement))
        {
            yield return new Repair($"Set {name} = {replacement}", "SetAccepted", Edit.Replace(
                context.Document, argument.Expression, SyntaxFactory.ParseExpression(replacement!).WithTriviaFrom(argument.Expression)));
            yield break;
        }

        yield return new Repair($"Remove {name}", "Remove", new Edit(context.Document, attribute, (node, _) => ((AttributeSyntax)node).WithoutNamed(name), name));
        if (name is not ("Temperature" or "TopP"))
        {
            yield break;
        }

        yield return new Repair("Set Thinking = MimoThinking.Disabled", "DisableThinking", new Edit(
            context.Document, attribute, static (node, _) => ((AttributeSyntax)node).WithNamed("Thinking", ShortSyntax.Expression("global::Mimo.MimoThinking.Disabled")), "Thinking"));
    }
}
