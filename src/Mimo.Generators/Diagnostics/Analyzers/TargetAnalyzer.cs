using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Model;
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
            (string, string)? shortfall = TargetSupport.FindShortfall(start.Compilation);
            if ((shortfall is null && TargetSupport.LanguageOf(start.Compilation) == TargetLanguage.CSharp11)
                || start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is not { } tool
                || start.Compilation.GetTypeByMetadataName(AttributeNames.MimoPrompt) is not { } prompt
                || start.Compilation.GetTypeByMetadataName(AttributeNames.MimoOutput) is not { } output)
            {
                return;
            }

            start.RegisterSymbolAction(
                context =>
                {
                    var type = (INamedTypeSymbol)context.Symbol;
                    (string What, string Repair)? found = type.IsMarked(prompt) ? TargetSupport.FindShortfall(type, context.Compilation)
                        : type.IsMarked(output) || type.GetMembers().Any(member => member is IMethodSymbol && (member.IsMarked(tool) || member.IsMarked(prompt))) ? shortfall
                        : null;
                    if (found is { } told)
                    {
                        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.TargetIsTooOld, type.Locations[0], type.Name, told.What, told.Repair));
                    }
                },
                SymbolKind.NamedType);
        });
    }
}
