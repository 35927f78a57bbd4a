using System.Globalization;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Judges default values by what the schema can say and by the constraints beside them.</summary>
internal static class DefaultValueCheck
{
    /// <summary>Why the schema can't name a parameter's default value, so that the model would not know what leaving it out means; null if it can.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its default value; null if it has none.</param>
    /// <param name="type">Its type. What a converter of the user's makes of the value is for the user to say.</param>
    public static string? FindUnsayable(IParameterSymbol parameter, DefaultValue? value, TypeModel type)
    {
        if (value is not { Json: null } || !parameter.HasExplicitDefaultValue || type is ConverterModel)
        {
            return null;
        }

        return parameter.ExplicitDefaultValue switch
        {
            // Null is absence, and the default of a struct is an ordinary value of it.
            null => null,
            double or float => "is not a number in JSON; make the parameter nullable and its default null",
            string or char => "is half a surrogate pair, which is no text in JSON",
            _ => "is no member of its enum, so it has no name in JSON; use one that has, or make the parameter nullable and its default null",
        };
    }

    /// <summary>How a default value breaks one of the parameter's own constraints, as the end of a sentence; null if it keeps them all.</summary>
    public static string? FindConflict(IParameterSymbol parameter, DefaultValue? value, EquatableArray<ConstraintModel> constraints)
    {
        if (constraints.Count == 0 || value is null || !parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } number)
        {
            return null;
        }

        foreach (ConstraintModel constraint in constraints)
        {
            if (!Keeps(number, value.Json, constraint))
            {
                return constraint.Kind switch
                {
                    ConstraintKind.Range => "is outside its own range",
                    ConstraintKind.TextLength => "doesn't have the length that it asks for",
                    ConstraintKind.Pattern => $"doesn't match its own pattern '{constraint.Pattern}'",
                    ConstraintKind.Allowed => "is none of the values allowed",
                    ConstraintKind.Email => "is no email address",
                    ConstraintKind.Url => "is no http, https or ftp URL",
                    ConstraintKind.Base64 => "is no base64",
                    _ => "is one of the values denied",
                };
            }
        }

        return null;
    }

    /// <summary>The default value that leaving a parameter out stands for: none where the constraints want an item of a <c>params</c> list, which is empty then.</summary>
    public static DefaultValue? WithinCount(IParameterSymbol parameter, DefaultValue? value, EquatableArray<ConstraintModel> constraints) =>
        parameter.IsParams && constraints.Any(static constraint => constraint is { Kind: ConstraintKind.ItemCount, Minimum: not null }) ? null : value;

    private static bool Keeps(object value, string? json, ConstraintModel constraint) => constraint.Kind switch
    {
        ConstraintKind.Range when value is float single => ConstraintCheck.IsWithin(single, constraint, static bound => (float)bound),
        ConstraintKind.Range when ToNumber(value) is { } number => ConstraintCheck.IsWithin(number, constraint),
        ConstraintKind.TextLength when value is string text => ConstraintCheck.IsWithin(ConstraintCheck.CountCharacters(text), constraint),
        ConstraintKind.Email or ConstraintKind.Url or ConstraintKind.Base64 when value is string text =>
            ConstraintCheck.Keeps(WrittenJson.Simple(WrittenJsonKind.String, 0, 0, text), constraint),
        ConstraintKind.Pattern when value is string text => ConstraintCheck.Matches(text, constraint.Pattern),
        ConstraintKind.Allowed when json is not null => constraint.Values.Any(allowed => ConstraintCheck.IsSame(allowed.Json, json)),
        ConstraintKind.Denied when json is not null => !constraint.Values.Any(denied => ConstraintCheck.IsSame(denied.Json, json)),
        _ => true,
    };

    private static double? ToNumber(object value) =>
        value is IConvertible and not (string or char or bool) ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
}
