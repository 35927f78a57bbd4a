using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Finds methods that are offered to models in the ways of other libraries, and that could be tools of Mimo.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MigrationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.MethodCouldBeTool);

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

            var foreign = new ForeignMarkers(start.Compilation);
            start.RegisterSymbolAction(context => AnalyzeMethod(context, marker, foreign), SymbolKind.Method);
            if (start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.AIFunctionFactory") is { } factory)
            {
                start.RegisterCallAction("Create", (context, call) => AnalyzeCall(context, call, marker, factory));
            }
        });
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, INamedTypeSymbol marker, ForeignMarkers foreign)
    {
        var method = (IMethodSymbol)context.Symbol;
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        if (attributes.IsEmpty || method.IsMarked(marker) || method.IsGenericMethod || ToolParser.FindObstacle(method) is not null)
        {
            return;
        }

        foreach (AttributeData attribute in attributes)
        {
            // [Description] is used for much else, so it counts where it stands alone.
            bool isForeign = foreign.Has(attribute.AttributeClass) || (attributes.Length == 1 && foreign.IsDescription(attribute.AttributeClass));
            if (isForeign && attribute.ApplicationSyntaxReference is { } reference)
            {
                Location location = Location.Create(reference.SyntaxTree, reference.Span);
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.MethodCouldBeTool, location, method.Name, $"[{Shorten(attribute.AttributeClass!.Name)}]"));
                return;
            }
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, IInvocationOperation call, INamedTypeSymbol marker, INamedTypeSymbol factory)
    {
        if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, factory)
            && call.Arguments.Length > 0
            && MethodOf(call.Arguments[0].Value) is { } reference
            && !reference.Method.IsMarked(marker)
            && !reference.Method.DeclaringSyntaxReferences.IsEmpty
            && ToolParser.FindObstacle(reference.Method) is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.MethodCouldBeTool, reference.Syntax.GetLocation(), reference.Method.Name, "AIFunctionFactory.Create"));
        }
    }

    /// <summary>The method that is passed by its name; null for a lambda or a delegate that came from elsewhere.</summary>
    private static IMethodReferenceOperation? MethodOf(IOperation argument) => argument.WithoutConversions() switch
    {
        IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => reference,
        IMethodReferenceOperation reference => reference,
        _ => null,
    };

    private static string Shorten(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    /// <summary>The attributes of other libraries, as far as the project references them.</summary>
    private sealed class ForeignMarkers(Compilation compilation)
    {
        private readonly INamedTypeSymbol? _kernelFunction = compilation.GetTypeByMetadataName("Microsoft.SemanticKernel.KernelFunctionAttribute");
        private readonly INamedTypeSymbol? _serverTool = compilation.GetTypeByMetadataName("ModelContextProtocol.Server.McpServerToolAttribute");
        private readonly INamedTypeSymbol? _description = compilation.GetTypeByMetadataName(AttributeNames.Description);

        public bool Has(INamedTypeSymbol? attribute) => Is(attribute, _kernelFunction) || Is(attribute, _serverTool);

        public bool IsDescription(INamedTypeSymbol? attribute) => Is(attribute, _description);

        private static bool Is(INamedTypeSymbol? attribute, INamedTypeSymbol? marker) => marker is not null && SymbolEqualityComparer.Default.Equals(attribute, marker);
    }
}
