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

    /// <summary>Reads the options at the head of files by name, as generated code writes them.</summary>
    public static IReadOnlyDictionary<string, string> Read(Dictionary<string, WrittenOption> options) =>
        options.ToDictionary(static option => option.Key, static option => ToSyntax(option.Value.Value)!, StringComparer.Ordinal);

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

    private static string? ToSyntax(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array => constant.IsNull || constant.Values.Any(static item => item.Value is not string)
            ? null
            : ToSyntax(constant.Values.Select(static item => (string)item.Value!).ToArray()),
        TypedConstantKind.Enum => $"({constant.Type!.ToSyntax()}){Convert.ToString(constant.Value, CultureInfo.InvariantCulture)}",
        _ => ToSyntax(constant.Value),
    };

    private static string? ToSyntax(object? value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        string[] texts => $"new string[] {{ {string.Join(", ", texts.Select(ToSyntax))} }}",

        // What is no number has no literal either; MIMO037 tells of it.
        double number when double.IsNaN(number) || double.IsInfinity(number) => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool thinks => "global::Mimo.MimoThinking." + (thinks ? "Enabled" : "Disabled"),
        _ => null,
    };
}
