using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Says that a project is too old for generated code, at each type that nothing is generated for because of that.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.TargetIsTooOld);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is { } tool
                && start.Compilation.GetTypeByMetadataName(AttributeNames.MimoPrompt) is { } prompt
                && TargetSupport.FindShortfall(start.Compilation) is { } shortfall)
            {
                start.RegisterSymbolAction(
                    context =>
                    {
                        var type = (INamedTypeSymbol)context.Symbol;
                        if (type.IsMarked(prompt) || type.GetMembers().Any(member => member is IMethodSymbol && member.IsMarked(tool)))
                        {
                            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.TargetIsTooOld, type.Locations[0], type.Name, shortfall.What, shortfall.Repair));
                        }
                    },
                    SymbolKind.NamedType);
            }
        });
    }
}
