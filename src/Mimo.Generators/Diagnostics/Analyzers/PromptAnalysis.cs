using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Puts <c>[MimoPrompt]</c> interfaces, and types with <c>[MimoPrompt]</c> methods, before their parser.</summary>
internal static class PromptAnalysis
{
    public static void Register(CompilationStartAnalysisContext start, OnceReporter once)
    {
        if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoPrompt) is { } marker)
        {
            start.RegisterSymbolAction(context => Analyze(context, marker, once), SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol marker, OnceReporter once)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
        {
            PartialPromptParser.CheckMarkers(type, context.ReportDiagnostic, context.CancellationToken);
        }

        if (type.TypeKind == TypeKind.Interface ? type.IsMarked(marker) : PartialPromptParser.HasAny(type))
        {
            PromptParser.Parse(type, new PromptFiles(context.Options.AdditionalFiles), once.To(context.ReportDiagnostic), context.CancellationToken);
        }
    }
}
