using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Says which tools can't be in one set because they have one name, where <c>MimoToolSet.Combine</c> would throw.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolSetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.CombinedToolNameIsTaken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Mimo.MimoToolSet") is { } set)
            {
                start.RegisterCallAction("Combine", (context, call) => Analyze(context, call, set));
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, IInvocationOperation invocation, INamedTypeSymbol set)
    {
        if (!invocation.TargetMethod.IsStatic
            || !SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType, set)
            || context.Node is not InvocationExpressionSyntax call)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((ExpressionSyntax place, ITypeSymbol holder) in CombinedTools.Find(call, context.SemanticModel, context.CancellationToken))
        {
            if (ToolParser.NamesIn(holder).Distinct().FirstOrDefault(name => !names.Add(name)) is { } taken)
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.CombinedToolNameIsTaken, place.GetLocation(), "Combine", taken, holder.Name));
            }
        }
    }
}
