using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Puts <c>[MimoTool]</c> methods before their parser.</summary>
internal static class ToolAnalysis
{
    public static void Register(CompilationStartAnalysisContext start, OnceReporter once)
    {
        if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is not { } marker)
        {
            return;
        }

        start.RegisterSymbolAction(context => AnalyzeMethod(context, marker, once), SymbolKind.Method);
        start.RegisterSymbolAction(
            static context => ToolParser.CheckNames((INamedTypeSymbol)context.Symbol, context.ReportDiagnostic, context.CancellationToken),
            SymbolKind.NamedType);
        start.RegisterSyntaxNodeAction(context => AnalyzeLocalFunction(context, marker), SyntaxKind.LocalFunctionStatement);
        start.RegisterSyntaxNodeAction(context => AnalyzeLambda(context, marker), SyntaxKind.ParenthesizedLambdaExpression);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, INamedTypeSymbol marker, OnceReporter once)
    {
        // Both parts of a partial method show the marker; the defining one speaks for both.
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is null && method.IsMarked(marker))
        {
            Action<Diagnostic> report = once.To(context.ReportDiagnostic);
            if (ToolParser.Parse(method, report, context.CancellationToken) is { } tool)
            {
                GenerationCheck.Report(method, tool, report);
            }
        }
    }

    /// <summary>A local function is declared in a body, so no symbol action sees it.</summary>
    private static void AnalyzeLocalFunction(SyntaxNodeAnalysisContext context, INamedTypeSymbol marker)
    {
        if (context.Node is LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function
            && context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) is IMethodSymbol method
            && method.IsMarked(marker))
        {
            ToolParser.Parse(method, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    /// <summary>A lambda isn't declared at all: it is what its expression means.</summary>
    private static void AnalyzeLambda(SyntaxNodeAnalysisContext context, INamedTypeSymbol marker)
    {
        if (context.Node is ParenthesizedLambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda
            && context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol method
            && method.IsMarked(marker))
        {
            ToolParser.Parse(method, context.ReportDiagnostic, context.CancellationToken);
        }
    }
}
