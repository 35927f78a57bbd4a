using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO031: writes a value that has no text of its own as a list or as JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FormatPlaceholderCodeFixProvider))]
[Shared]
public sealed class FormatPlaceholderCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.PlaceholderPrintsTypeName.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (TemplateScope.Find(context) is { } scope
            && scope.Reported is ['{', .. var content, '}'] placeholder
            && content.Split(':')[0] is var path
            && scope.TypeOf(path.Split('.').Select(static name => name.Trim()).ToArray()) is { } type)
        {
            foreach (string format in TextForm.FitsList(type) ? new[] { "list", "json" } : ["json"])
            {
                yield return new Repair($"Write as :{format}", format, scope.ReplaceAll(context.Document, placeholder, $"{{{path}:{format}}}"));
            }
        }
    }
}
