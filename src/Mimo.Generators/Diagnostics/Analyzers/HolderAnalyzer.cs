using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Says which types must be opened to generated code, for the sake of the tools and prompts in them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HolderAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.HolderIsNotPartial,
        DiagnosticDescriptors.HolderIsFileLocal,
        DiagnosticDescriptors.IsGeneric);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is not null)
            {
                start.RegisterSymbolAction(
                    static context => HolderParser.Check((INamedTypeSymbol)context.Symbol, context.ReportDiagnostic, context.CancellationToken),
                    SymbolKind.NamedType);
            }
        });
    }
}
