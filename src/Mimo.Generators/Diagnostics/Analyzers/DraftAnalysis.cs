using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Puts <c>[MimoOutput]</c> types before their parser.</summary>
internal static class DraftAnalysis
{
    public static void Register(CompilationStartAnalysisContext start, OnceReporter once)
    {
        if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoOutput) is { } marker)
        {
            start.RegisterSymbolAction(context => Analyze(context, marker, once), SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol marker, OnceReporter once)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Class && type.IsMarked(marker))
        {
            DraftParser.Parse(type, once.To(context.ReportDiagnostic), context.CancellationToken);
        }
    }
}
