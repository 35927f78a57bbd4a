using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the options of <c>[MimoPrompt]</c>; what is not written out is not set.</summary>
internal static class PromptOptionsParser
{
    /// <param name="attributes">The attributes that count, the strongest first; null for one that isn't there.</param>
    public static PromptOptionsModel Parse(IReadOnlyList<AttributeData?> attributes) => new()
    {
        Model = Find(attributes, "Model"),
        Temperature = Find(attributes, "Temperature"),
        TopP = Find(attributes, "TopP"),
        MaxCompletionTokens = Find(attributes, "MaxCompletionTokens"),
        FrequencyPenalty = Find(attributes, "FrequencyPenalty"),
        PresencePenalty = Find(attributes, "PresencePenalty"),
        Stop = Find(attributes, "Stop"),
        Thinking = Find(attributes, "Thinking"),
        MaxToolRounds = Find(attributes, "MaxToolRounds"),
        RepairAttempts = Find(attributes, "RepairAttempts"),
    };

    private static string? Find(IReadOnlyList<AttributeData?> attributes, string name)
    {
        foreach (AttributeData? attribute in attributes)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
            {
                if (argument.Key == name)
                {
                    return ToSyntax(argument.Value);
                }
            }
        }

        return null;
    }

    private static string? ToSyntax(TypedConstant constant)
    {
        switch (constant.Kind)
        {
            case TypedConstantKind.Array:
                return constant.IsNull
                    ? null
                    : "new string[] { " + string.Join(", ", constant.Values.Select(static item => SymbolDisplay.FormatLiteral(item.Value as string ?? "", quote: true))) + " }";
            case TypedConstantKind.Enum:
                return $"({constant.Type!.ToSyntax()}){Convert.ToString(constant.Value, CultureInfo.InvariantCulture)}";
            default:
                return constant.Value switch
                {
                    string text => SymbolDisplay.FormatLiteral(text, quote: true),
                    double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
                    int number => number.ToString(CultureInfo.InvariantCulture),
                    _ => null,
                };
        }
    }
}
