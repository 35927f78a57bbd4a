using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// Finds tools that write or delete and don't say so. The tool loop trusts what a tool says of its effect: read-only calls run
/// side by side and are repeated freely.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolEffectAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.EffectIsUnstated);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is { } marker)
            {
                var writes = new WriteCalls(start.Compilation);

                // Not as parts of a symbol's action: then the compiler would keep accounts of every symbol of the project.
                start.RegisterSymbolAction(context => AnalyzeName(context, marker), SymbolKind.Method);
                start.RegisterOperationBlockAction(context => AnalyzeBody(context, marker, writes));
            }
        });
    }

    /// <summary>A method without a body is known by its name alone.</summary>
    private static void AnalyzeName(SymbolAnalysisContext context, INamedTypeSymbol marker)
    {
        var method = (IMethodSymbol)context.Symbol;
        if ((method.IsAbstract || method.IsExtern) && ClaimOf(method, marker) is { } claim && WriteVerbs.Begin(method.Name))
        {
            Report(context.ReportDiagnostic, method, "is named for a change", claim);
        }
    }

    private static void AnalyzeBody(OperationBlockAnalysisContext context, INamedTypeSymbol marker, WriteCalls writes)
    {
        if (context.OwningSymbol is not IMethodSymbol method || ClaimOf(method, marker) is not { } claim)
        {
            return;
        }

        ToolBody body = ToolBody.Read(context.OperationBlocks, writes);
        if (body.WriteCall is { } call)
        {
            Report(context.ReportDiagnostic, method, $"calls {call}", claim);
        }
        else if (!body.OnlyComputes && WriteVerbs.Begin(method.Name))
        {
            Report(context.ReportDiagnostic, method, "is named for a change", claim);
        }
    }

    /// <summary>What a tool says of its effect, as a clause; null for a method that is no tool, or says that something changes. Of a partial method the part with the body speaks.</summary>
    private static string? ClaimOf(IMethodSymbol method, INamedTypeSymbol marker) =>
        method.PartialImplementationPart is null && (method.PartialDefinitionPart ?? method).IsMarked(marker) ? Claim(method) : null;

    private static void Report(Action<Diagnostic> report, IMethodSymbol method, string evidence, string claim) =>
        report(Diagnostic.Create(DiagnosticDescriptors.EffectIsUnstated, method.Locations[0], method.Name, evidence, claim));

    /// <summary>
    /// What the attribute says of the effect, as a clause; null if it says that something changes. Whoever has each call approved has
    /// thought of it, and a tool without an effect is treated as one that changes something.
    /// </summary>
    private static string? Claim(IMethodSymbol method)
    {
        if ((method.PartialDefinitionPart ?? method).FindAttribute(AttributeNames.MimoTool) is not { } attribute)
        {
            return null;
        }

        int effect = attribute.TryGetNamed("Effect", out int stated) ? stated : 0;
        bool needsApproval = attribute.TryGetNamed("RequireApproval", out bool approval) && approval;
        return effect switch
        {
            0 when !needsApproval => "does not say what it changes",
            1 => "says that it only reads",
            _ => null,
        };
    }
}
