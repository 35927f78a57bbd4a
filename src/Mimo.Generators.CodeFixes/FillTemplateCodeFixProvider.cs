using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO030 for an empty template: begins one, or drops the message that says nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FillTemplateCodeFixProvider))]
[Shared]
public sealed class FillTemplateCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.TemplateIsMalformed.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<AttributeArgumentSyntax>() is not { Parent.Parent: AttributeSyntax attribute } argument
            || argument.Expression.Span != context.Diagnostic.Location.SourceSpan
            || context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value is not string text
            || text.Trim().Length > 0)
        {
            yield break;
        }

        bool isUser = context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ToDisplayString() == AttributeNames.UserPrompt;
        if (isUser && attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
        {
            string template = UserTemplate.Begin(method);
            yield return new Repair($"Write '{template}'", "FillTemplate", Edit.Replace(context.Document, argument.Expression, Syntaxes.Literal(template)));
        }
        else if (!isUser)
        {
            yield return new Repair("Remove the empty message", "DropMessage", Syntaxes.RemoveAttribute(context.Document, attribute));
        }
    }
}
