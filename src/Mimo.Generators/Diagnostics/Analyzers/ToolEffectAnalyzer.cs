using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
                var writes = new Lazy<WriteCalls>(() => new WriteCalls(start.Compilation));
                start.RegisterToolAction(marker, (context, method) => Analyze(context, method, writes));
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, IMethodSymbol method, Lazy<WriteCalls> writes)
    {
        bool isNamedForChange = WriteVerbs.Begin(method.Name);
        if (!(isNamedForChange || ((MethodDeclarationSyntax)context.Node).Mentions(WriteCalls.Names)) || Claim(method) is not { } claim)
        {
            return;
        }

        // A method without a body is known by its name alone.
        ToolBody? body = context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is { } operation ? ToolBody.Read(operation, writes.Value) : null;
        if (body?.WriteCall is { } call)
        {
            Report(context.ReportDiagnostic, method, $"calls {call}", claim);
        }
        else if (isNamedForChange && body?.OnlyComputes != true)
        {
            Report(context.ReportDiagnostic, method, "is named for a change", claim);
        }
    }

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
