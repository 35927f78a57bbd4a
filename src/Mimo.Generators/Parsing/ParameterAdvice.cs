using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>What is worth saying about a tool's parameter that is accepted.</summary>
internal static class ParameterAdvice
{
    public static void Check(IParameterSymbol parameter, TypeModel type, EquatableArray<ConstraintModel> constraints, string description, ToolParserContext context)
    {
        Action<Diagnostic> report = context.Report!;
        if (string.IsNullOrWhiteSpace(description))
        {
            report(Diagnostic.Create(DiagnosticDescriptors.ParameterIsNotDescribed, Places.Of(parameter), parameter.Name));
        }

        DocCommentAdvice.CheckAttribute(parameter, context.Comment.Parameter(parameter.Name), report, context.CancellationToken);
        if (ReadsOptional(parameter) && context.Method.Parameters.Skip(parameter.Ordinal + 1).All(static later => later.IsOptional || later.IsParams || ReadsOptional(later)))
        {
            report(Diagnostic.Create(DiagnosticDescriptors.NullableHasNoDefault, Places.Type(parameter, part: null, context.CancellationToken), parameter.Name));
        }

        ValueAdvice.Check(parameter, parameter.Name, type, constraints, report, context.CancellationToken);
        ValueAdvice.CheckPattern(parameter, parameter.Name, constraints, report, context.CancellationToken);
        ValueAdvice.CheckIdle(parameter, parameter.Name, isRead: type is not ConverterModel, report, context.CancellationToken, isOfTool: true);
    }

    /// <summary>Whether the parameter's type says that nothing may be passed, and its declaration that something must be.</summary>
    private static bool ReadsOptional(IParameterSymbol parameter) =>
        parameter is { IsOptional: false, IsParams: false, NullableAnnotation: NullableAnnotation.Annotated, RefKind: RefKind.None };
}
