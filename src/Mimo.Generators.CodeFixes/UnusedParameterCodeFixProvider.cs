using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO029: appends a placeholder for the parameter to the last user message, or removes the parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedParameterCodeFixProvider))]
[Shared]
public sealed class UnusedParameterCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ParameterIsUnused.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<ParameterSyntax>() is not { Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax method } list } parameter)
        {
            yield break;
        }

        string name = parameter.Identifier.ValueText;
        if (LastUserTemplate(method, context) is { } literal)
        {
            yield return new Repair($"Append '{{{name}}}' to the user's message", "Append", new Edit(
                context.Document, literal, (node, _) => TemplateScope.WithText(node, text => Append(text, $"{{{name}}}")), name));
        }

        yield return new Repair($"Remove parameter '{name}'", "Remove", new Edit(
            context.Document, list, (node, _) => Without((ParameterListSyntax)node, name), name));
    }

    private static LiteralExpressionSyntax? LastUserTemplate(MethodDeclarationSyntax method, RepairContext context) =>
        method.AttributeLists.SelectMany(static attributes => attributes.Attributes)
            .LastOrDefault(attribute => context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ToDisplayString() == AttributeNames.UserPrompt)
            ?.ArgumentList?.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax;

    /// <summary>Behind a space, or on a line of its own where the literal is written over lines.</summary>
    private static string Append(string text, string placeholder)
    {
        int quotes = text.StartsWith("\"\"\"", StringComparison.Ordinal) ? text.Length - text.TrimStart('"').Length : 1;
        int end = text.Length - quotes;
        int line = text.LastIndexOf('\n', end - 1);
        bool isBlock = quotes > 1 && line >= 0;
        return isBlock
            ? text.Substring(0, line + 1) + text.Substring(line + 1, end - line - 1) + placeholder + "\n" + text.Substring(line + 1)
            : text.Substring(0, end) + (end > quotes ? " " : "") + placeholder + text.Substring(end);
    }

    private static ParameterListSyntax Without(ParameterListSyntax list, string name) =>
        list.RemoveNode(list.Parameters.First(parameter => parameter.Identifier.ValueText == name), SyntaxRemoveOptions.KeepNoTrivia)!;
}
