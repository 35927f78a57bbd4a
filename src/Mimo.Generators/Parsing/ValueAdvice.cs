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
