using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Says why a <c>[MimoTool]</c> method can't become a tool. It asks the generator's own parser, so the two can't disagree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.IsGeneric,
        DiagnosticDescriptors.ParameterIsByReference,
        DiagnosticDescriptors.TypeCannotBeKept,
        DiagnosticDescriptors.TypeHasNoJsonForm,
        DiagnosticDescriptors.TypeIsAbstract,
        DiagnosticDescriptors.ShapeIsLost,
        DiagnosticDescriptors.KeyIsNoName,
        DiagnosticDescriptors.ToolNameIsInvalid,
        DiagnosticDescriptors.ToolNameIsTaken,
        DiagnosticDescriptors.ConstraintIsUnfit,
        DiagnosticDescriptors.MemberConstraintIsUnfit,
        DiagnosticDescriptors.MembersCollide,
        DiagnosticDescriptors.TwoArgumentsCollide,
        DiagnosticDescriptors.PolymorphismIsBroken,
        DiagnosticDescriptors.ReturnIsUnsupported,
        DiagnosticDescriptors.MemberCannotBeSet,
        DiagnosticDescriptors.DefaultIsUnfit,
        DiagnosticDescriptors.MemberDefaultIsUnfit,
        DiagnosticDescriptors.PatternIsForeign,
        DiagnosticDescriptors.NumberExceedsDoubles,
        DiagnosticDescriptors.FlagsAreAnArray,
        DiagnosticDescriptors.RecursionHasNoBound,
        DiagnosticDescriptors.CannotBeCancelled,
        DiagnosticDescriptors.AmbientIsTwice,
        DiagnosticDescriptors.ServiceIsShown,
        DiagnosticDescriptors.ToolIsNotDescribed,
        DiagnosticDescriptors.ParameterIsNotDescribed,
        DiagnosticDescriptors.DescriptionsDisagree,
        DiagnosticDescriptors.CommentIsMalformed,
        DiagnosticDescriptors.CommentNamesNoParameter,
        DiagnosticDescriptors.NullableHasNoDefault,
        DiagnosticDescriptors.ParameterIsFreeForm,
        DiagnosticDescriptors.TypeNeedsReflection,
        DiagnosticDescriptors.MethodIsNoTool);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is not { } marker)
            {
                return;
            }

            var once = new OnceReporter();
            start.RegisterSymbolAction(context => AnalyzeMethod(context, marker, once), SymbolKind.Method);
            start.RegisterSymbolAction(
                static context => ToolParser.CheckNames((INamedTypeSymbol)context.Symbol, context.ReportDiagnostic, context.CancellationToken),
                SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(context => AnalyzeLocalFunction(context, marker), SyntaxKind.LocalFunctionStatement);
        });
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, INamedTypeSymbol marker, OnceReporter once)
    {
        // Both parts of a partial method show the marker; the defining one speaks for both.
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is null && method.IsMarked(marker))
        {
            ToolParser.Parse(method, once.To(context.ReportDiagnostic), context.CancellationToken);
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
}
