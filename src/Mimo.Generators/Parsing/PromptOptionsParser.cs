using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the options of prompts; what is not written out is not set.</summary>
internal static class PromptOptionsParser
{
    /// <summary>Reads the options of <c>[MimoPrompt]</c> by name, as generated code writes them.</summary>
    /// <param name="attribute">The attribute; null if it isn't there.</param>
    public static IReadOnlyDictionary<string, string> Read(AttributeData? attribute)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (attribute is not null)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (ToSyntax(argument.Value) is { } syntax)
                {
                    options[argument.Key] = syntax;
                }
            }
        }

        return options;
    }

    /// <param name="sources">All that is set, the strongest first.</param>
    public static PromptOptionsModel Merge(IReadOnlyList<IReadOnlyDictionary<string, string>> sources)
    {
        return new()
        {
            Model = Find("Model"),
            Temperature = Find("Temperature"),
            TopP = Find("TopP"),
            MaxCompletionTokens = Find("MaxCompletionTokens"),
            FrequencyPenalty = Find("FrequencyPenalty"),
            PresencePenalty = Find("PresencePenalty"),
            Stop = Find("Stop"),
            Thinking = Find("Thinking"),
            MaxToolRounds = Find("MaxToolRounds"),
            RepairAttempts = Find("RepairAttempts"),
        };

        string? Find(string name)
        {
            foreach (IReadOnlyDictionary<string, string> source in sources)
            {
                if (source.TryGetValue(name, out string? value))
                {
                    return value;
                }
            }

            return null;
        }
    }

    private static string? ToSyntax(TypedConstant constant)
    {
        switch (constant.Kind)
        {
            case TypedConstantKind.Array:
                return constant.IsNull || constant.Values.Any(static item => item.Value is not string)
                    ? null
                    : "new string[] { " + string.Join(", ", constant.Values.Select(static item => SymbolDisplay.FormatLiteral((string)item.Value!, quote: true))) + " }";
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
