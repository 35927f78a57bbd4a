using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Finds API keys written into source code, from where they get into repositories, binaries and logs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiKeyAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Shorter texts are no keys but the stand-ins of tests and examples.</summary>
    private const int LeastSecretLength = 16;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.ApiKeyIsInSource);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Mimo.MimoClientOptions") is { } options
                && options.GetMembers("ApiKey").OfType<IPropertySymbol>().FirstOrDefault() is { } apiKey)
            {
                start.RegisterSyntaxNodeAction(context => Analyze(context, apiKey), SyntaxKind.SimpleAssignmentExpression);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, IPropertySymbol apiKey)
    {
        // By its name first: what assignments mean is asked of few.
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (Name(assignment.Left) != "ApiKey")
        {
            return;
        }

        foreach (ExpressionSyntax value in Values(assignment.Right))
        {
            if (context.SemanticModel.GetConstantValue(value, context.CancellationToken) is { HasValue: true, Value: string text }
                && IsKey(text)
                && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol, apiKey))
            {
                // Of the key only what all keys begin with: this text goes into build logs.
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ApiKeyIsInSource, value.GetLocation(), text.Substring(0, 3) + "…"));
            }
        }
    }

    /// <summary>The values that an expression may have: a key often stands behind <c>??</c>.</summary>
    private static IEnumerable<ExpressionSyntax> Values(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => Values(either.Left).Concat(Values(either.Right)),
        ConditionalExpressionSyntax choice => Values(choice.WhenTrue).Concat(Values(choice.WhenFalse)),
        ParenthesizedExpressionSyntax inner => Values(inner.Expression),
        _ => [expression],
    };

    private static string? Name(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Whether a text looks like a key of Xiaomi's hosts: <c>sk-</c> or, for a Token Plan, <c>tp-</c> before a long random word.</summary>
    private static bool IsKey(string text)
    {
        if (text.Length < 3 + LeastSecretLength || !(text.StartsWith("sk-", StringComparison.Ordinal) || text.StartsWith("tp-", StringComparison.Ordinal)))
        {
            return false;
        }

        bool hasDigit = false;
        for (int index = 3; index < text.Length; index++)
        {
            char character = text[index];
            if (character is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_'))
            {
                return false;
            }

            hasDigit |= character is >= '0' and <= '9';
        }

        return hasDigit;
    }
}
