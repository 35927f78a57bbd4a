using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Suppressors;

/// <summary>
/// Silences what other analyzers say of tool methods because they don't know who calls them: a private one is used, by generated
/// code, and an instance one is none by oversight, since it decides whether the type's <c>Tools</c> are static.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolMethodSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor IsUsed = new(
        "MIMOS051", "IDE0051", "The method is a [MimoTool]: the code that is generated for its type calls it.");

    private static readonly SuppressionDescriptor IsInstanceTool = new(
        "MIMOS822", "CA1822", "The method is a [MimoTool]: making it static would make the generated Tools of its type static too.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(IsUsed, IsInstanceTool);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is not { } marker)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
                && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is IMethodSymbol method
                && (method.PartialDefinitionPart ?? method).IsMarked(marker))
            {
                context.ReportSuppression(Suppression.Create(diagnostic.Id == IsUsed.SuppressedDiagnosticId ? IsUsed : IsInstanceTool, diagnostic));
            }
        }
    }
}
