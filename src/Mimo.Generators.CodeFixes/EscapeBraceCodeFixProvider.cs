using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO030: doubles braces that are no placeholder's, and leaves out formats that don't fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EscapeBraceCodeFixProvider))]
[Shared]
public sealed class EscapeBraceCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.TemplateIsMalformed.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (TemplateScope.Find(context) is not { } scope)
        {
            yield break;
        }

        string reported = scope.Reported;
        if (reported is "{" or "}")
        {
            yield return new Repair("Double the brace", "Escape", scope.ReplaceReported(context.Document, reported + reported));
        }
        else if (reported is ['{', .. var content, '}'])
        {
            if (content.TrimEnd() is [.. var path, ':'] && path.Trim().Length > 0)
            {
                yield return new Repair("Leave out the colon", "NoFormat", scope.ReplaceReported(context.Document, $"{{{path.TrimEnd()}}}"));
            }

            yield return new Repair("Double the braces", "Escape", scope.ReplaceReported(context.Document, $"{{{reported}}}"));
        }
        else if (PlaceholderAround(scope) is { } placeholder)
        {
            string plain = placeholder.Substring(0, placeholder.IndexOf(':')).TrimEnd() + "}";
            yield return new Repair($"Leave out the format '{reported}'", "NoFormat", scope.ReplaceAll(context.Document, placeholder, plain));
        }
    }

    /// <summary>The placeholder whose format was reported.</summary>
    private static string? PlaceholderAround(TemplateScope scope)
    {
        int start = scope.Text.LastIndexOf('{', scope.Span.Start);
        int end = scope.Text.IndexOf('}', scope.Span.End);
        return start < 0 || end < 0 ? null : scope.Text.Substring(start, end - start + 1);
    }
}
