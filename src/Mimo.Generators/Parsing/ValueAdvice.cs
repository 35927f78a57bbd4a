using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>What is worth saying about a value that the model supplies: a parameter, or a member of its type.</summary>
internal static class ValueAdvice
{
    private const string RegularExpression = "System.ComponentModel.DataAnnotations.RegularExpressionAttribute";

    /// <param name="symbol">The parameter or member.</param>
    /// <param name="name">The parameter or member as a reader would name it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="constraints">Its constraints.</param>
    /// <param name="report">Hears what is worth saying.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    public static void Check(ISymbol symbol, string name, TypeModel type, EquatableArray<ConstraintModel> constraints, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case ScalarModel { Kind: ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Int128 or ScalarKind.UInt128 or ScalarKind.BigInteger or ScalarKind.Decimal } number
                when !constraints.Any(static constraint => constraint.Kind is ConstraintKind.Range or ConstraintKind.Allowed):
                report(Diagnostic.Create(DiagnosticDescriptors.NumberExceedsDoubles, TypePlace(symbol, cancellationToken), name, Keyword(number)));
                break;
            case EnumModel { IsFlags: true } flags:
                report(Diagnostic.Create(DiagnosticDescriptors.FlagsAreAnArray, TypePlace(symbol, cancellationToken), name, flags.Key.Replace("global::", "")));
                break;
        }
    }

    /// <summary>Judges the pattern that stands on this very symbol.</summary>
    public static void CheckPattern(ISymbol symbol, string name, EquatableArray<ConstraintModel> constraints, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (ConstraintModel constraint in constraints)
        {
            if (constraint.Kind == ConstraintKind.Pattern
                && SchemaPattern.FindForeign(constraint.Pattern) is { } foreign
                && symbol.FindAttribute(RegularExpression) is { } attribute)
            {
                report(Diagnostic.Create(DiagnosticDescriptors.PatternIsForeign, Places.FirstArgument(attribute, symbol, cancellationToken), name, foreign));
            }
        }
    }

    /// <summary>The attributes on this very symbol that do nothing there: the rule that tells of each, and what its message names.</summary>
    /// <param name="symbol">The parameter, member or type.</param>
    /// <param name="name">What a reader would call it.</param>
    /// <param name="isRead">Whether generated code reads the value, and so checks what is inside it.</param>
    /// <param name="isOfTool">Whether it is a tool's parameter, which alone has a name and a description of that kind.</param>
    public static IEnumerable<(DiagnosticDescriptor Rule, AttributeData Attribute, object[] Arguments)> FindIdle(ISymbol symbol, string name, bool isRead, bool isOfTool = false)
    {
        foreach (AttributeData attribute in ConstraintParser.FindIdle(symbol, isRead))
        {
            yield return (DiagnosticDescriptors.ConstraintIsIdle, attribute, [name, attribute.AttributeClass!.Name.Replace("Attribute", "")]);
        }

        if (!isOfTool && symbol.FindAttribute(AttributeNames.MimoParameter) is { } idle)
        {
            bool isMember = symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } };
            string problem = $"does nothing on '{name}', which is no parameter of a tool; {(isMember ? "name members with [JsonPropertyName], and describe them with [Description]" : "remove it")}";
            yield return (DiagnosticDescriptors.OptionIsIdle, idle, ["MimoParameter", problem]);
        }
    }

    /// <summary>Tells of the attributes on this very symbol that do nothing there.</summary>
    public static void CheckIdle(ISymbol symbol, string name, bool isRead, Action<Diagnostic> report, CancellationToken cancellationToken, bool isOfTool = false)
    {
        foreach ((DiagnosticDescriptor rule, AttributeData attribute, object[] arguments) in FindIdle(symbol, name, isRead, isOfTool))
        {
            report(Diagnostic.Create(rule, Places.Attribute(attribute, symbol, cancellationToken), arguments));
        }
    }

    private static Location TypePlace(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol is IParameterSymbol parameter ? Places.Type(parameter, part: null, cancellationToken) : Places.Of(symbol);

    private static string Keyword(ScalarModel number) => number.Kind switch
    {
        ScalarKind.Int64 => "long",
        ScalarKind.UInt64 => "ulong",
        ScalarKind.Decimal => "decimal",
        _ => number.Kind.ToString(),
    };
}
