using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Suppressors;

/// <summary>Silences the word that a parameter is unused where a template names it: generated code inserts its value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PromptParameterSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor IsInTemplate = new(
        "MIMOS060", "IDE0060", "A prompt template names the parameter: generated code inserts its value.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(IsInTemplate);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(AttributeNames.UserPrompt) is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is { } declaration
                && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter
                && (IsNamed(parameter, method) || IsNamed(parameter, method.ContainingType)))
            {
                context.ReportSuppression(Suppression.Create(IsInTemplate, diagnostic));
            }
        }
    }

    private static bool IsNamed(IParameterSymbol parameter, ISymbol owner)
    {
        foreach (AttributeData attribute in owner.GetAttributes())
        {
            if (PromptMessagesParser.RoleOf(attribute) is not null
                && attribute.ConstructorArguments is [{ Value: string template }, ..]
                && (attribute.AttributeClass!.Name.EndsWith("FileAttribute", StringComparison.Ordinal) || Names(template, parameter.Name)))
            {
                return true; // What a file holds the prompt's own analyzer judges.
            }
        }

        return false;
    }

    private static bool Names(string template, string parameter) =>
        TemplateParser.Parse(template, out _).Any(part => part.Text is null && part.Path.Split('.')[0] == parameter);
}
