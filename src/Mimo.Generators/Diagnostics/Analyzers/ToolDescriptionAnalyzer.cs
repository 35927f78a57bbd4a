using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Finds tools of one type that are described in nearly the same words.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolDescriptionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.DescriptionsAreAlike);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is { } marker)
            {
                start.RegisterSymbolAction(context => Analyze(context, marker), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol marker)
    {
        int tools = 0;
        foreach (ISymbol member in ((INamedTypeSymbol)context.Symbol).GetMembers())
        {
            tools += member is IMethodSymbol && member.IsMarked(marker) ? 1 : 0;
            if (tools == 2)
            {
                ToolDescriptions.Check((INamedTypeSymbol)context.Symbol, context.ReportDiagnostic, context.CancellationToken);
                return;
            }
        }
    }
}
