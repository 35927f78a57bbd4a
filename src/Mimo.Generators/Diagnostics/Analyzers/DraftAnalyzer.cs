using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Says why a <c>[MimoOutput]</c> type can't have drafts. It asks the generator's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DraftAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.TypeCannotBeKept,
        DiagnosticDescriptors.TypeHasNoJsonForm,
        DiagnosticDescriptors.TypeIsAbstract,
        DiagnosticDescriptors.ShapeIsLost,
        DiagnosticDescriptors.KeyIsNoName,
        DiagnosticDescriptors.MemberConstraintIsUnfit,
        DiagnosticDescriptors.MembersCollide,
        DiagnosticDescriptors.PolymorphismIsBroken,
        DiagnosticDescriptors.TypeHasNoDraft);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoOutput) is not { } marker)
            {
                return;
            }

            start.RegisterSymbolAction(
                context =>
                {
                    var type = (INamedTypeSymbol)context.Symbol;
                    if (type.TypeKind == TypeKind.Class && type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, marker)))
                    {
                        DraftParser.Parse(type, context.ReportDiagnostic, context.CancellationToken);
                    }
                },
                SymbolKind.NamedType);
        });
    }
}
