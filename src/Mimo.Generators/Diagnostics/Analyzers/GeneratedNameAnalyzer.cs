using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Finds what stands in the way of a type's generated <c>Tools</c>. For prompts their own parser tells it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.NameIsGenerated);

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
        // The clash is looked for first: it is rare, and costs a look at a table.
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface && GeneratedNames.FindClashWithTools(type) is { } clash && HasTools(type, marker))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.NameIsGenerated, clash.Locations[0], clash.Name, type.Name, "tools"));
        }
    }

    private static bool HasTools(INamedTypeSymbol type, INamedTypeSymbol marker)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol && member.IsMarked(marker))
            {
                return true;
            }
        }

        return false;
    }
}
