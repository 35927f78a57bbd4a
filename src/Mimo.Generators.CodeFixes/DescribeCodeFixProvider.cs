using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO011: writes a doc comment out of the name, as a beginning. What the model should know beyond it only the author can say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DescribeCodeFixProvider))]
[Shared]
public sealed class DescribeCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ToolIsNotDescribed.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<ParameterSyntax>() is { Parent.Parent: MethodDeclarationSyntax owner } parameter)
        {
            string element = $"<param name=\"{parameter.Identifier.ValueText}\"";
            if (!parameter.Identifier.IsMissing && IsFree(owner, element))
            {
                string line = $"<param name=\"{parameter.Identifier.ValueText}\">The {Words(parameter.Identifier.ValueText)}.</param>";
                yield return new Repair(
                    $"Describe '{parameter.Identifier.Text}'",
                    "DescribeParameter",
                    new Edit(context.Document, owner, (node, _) => DocComment.Append(DocComment.Remove(node, element, "</param>"), line), parameter.Identifier.ValueText));
            }
        }
        else if (context.Find<MethodDeclarationSyntax>() is { Identifier.IsMissing: false } method && IsFree(method, "<summary"))
        {
            string words = Words(WireNames.WithoutAsync(method.Identifier.ValueText));
            string line = $"<summary>{char.ToUpperInvariant(words[0])}{words.Substring(1)}.</summary>";
            yield return new Repair(
                $"Describe '{method.Identifier.Text}'",
                "DescribeTool",
                new Edit(context.Document, method, (node, _) => DocComment.Prepend(DocComment.Remove(node, "<summary>", "</summary>"), line), "summary"));
        }
    }

    /// <summary>Whether an element is not there, or is there and says nothing, as the rule has it: then another takes its place.</summary>
    private static bool IsFree(SyntaxNode declaration, string element) => !DocComment.Has(declaration, element) || DocComment.Has(declaration, element + ">");

    /// <summary>A name as words: <c>GetCurrentWeather</c> is <c>get current weather</c>.</summary>
    private static string Words(string name)
    {
        var text = new StringBuilder();
        for (int index = 0; index < name.Length; index++)
        {
            bool starts = index > 0 && char.IsUpper(name[index]) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            bool isInRun = index + 1 < name.Length && char.IsUpper(name[index + 1]) && char.IsUpper(name[index]);
            text.Append(starts ? " " : "").Append(name[index] == '_' ? ' ' : isInRun || (index > 0 && char.IsUpper(name[index]) && char.IsUpper(name[index - 1]) && !starts) ? name[index] : char.ToLowerInvariant(name[index]));
        }

        return text.ToString();
    }
}
