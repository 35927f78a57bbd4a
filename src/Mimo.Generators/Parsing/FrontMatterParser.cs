using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>What is wrong with a front matter, as a clause about the file, and where.</summary>
internal sealed record FrontMatterProblem(string Text, TextSpan Span);

/// <summary>
/// Reads the options at the head of a template file: lines of <c>name: value</c> between two lines of <c>---</c>, the part of YAML
/// that options need.
/// </summary>
internal static class FrontMatterParser
{
    private const string Fence = "---";

    /// <summary>The options by their names without separators; how their values are read.</summary>
    private static readonly IReadOnlyDictionary<string, (string Name, Func<FrontMatterValue, object?> Read, string Expected)> Options = Table();

    /// <param name="file">The whole file.</param>
    /// <param name="options">Takes each option; what is in it already stays.</param>
    /// <param name="bodyStart">Where the template begins.</param>
    /// <returns>What is wrong; null if nothing.</returns>
    public static FrontMatterProblem? Parse(PromptFile file, Dictionary<string, WrittenOption> options, out int bodyStart)
    {
        SourceText text = file.Text;
        bodyStart = 0;
        if (text.Lines[0].ToString().TrimEnd() != Fence)
        {
            return null;
        }

        List<TextLine> lines = text.Lines.Skip(1).TakeWhile(static line => line.ToString().TrimEnd() != Fence).ToList();
        if (lines.Count + 1 == text.Lines.Count)
        {
            return new FrontMatterProblem($"begins with '{Fence}', but no second '{Fence}' ends its options", text.Lines[0].Span);
        }

        foreach (TextLine line in lines)
        {
            string content = line.ToString().TrimEnd();
            if (content.Length > 0 && content.TrimStart()[0] != '#' && ParseOption(file, line, content, options) is { } problem)
            {
                return problem;
            }
        }

        bodyStart = text.Lines[lines.Count + 1].EndIncludingLineBreak;
        return null;
    }

    private static FrontMatterProblem? ParseOption(PromptFile file, TextLine line, string content, Dictionary<string, WrittenOption> options)
    {
        int indentation = content.Length - content.TrimStart().Length;
        int colon = content.IndexOf(':');
        if (colon < 0)
        {
            return new FrontMatterProblem("has a line among its options that is not 'name: value'", new TextSpan(line.Start + indentation, content.Length - indentation));
        }

        string name = content.Substring(0, colon).Trim();
        var nameSpan = new TextSpan(line.Start + indentation, name.Length);
        if (!Options.TryGetValue(name.Replace("_", "").Replace("-", ""), out var option))
        {
            return new FrontMatterProblem(
                $"sets '{name}', which is no option; there are {string.Join(", ", Options.Values.Select(static known => char.ToLowerInvariant(known.Name[0]) + known.Name.Substring(1)))}",
                nameSpan);
        }

        var scanner = new FrontMatterScanner(content, colon + 1);
        FrontMatterValue? value = scanner.Read();
        TextSpan valueSpan = scanner.End == scanner.Start ? line.Span : TextSpan.FromBounds(line.Start + scanner.Start, line.Start + scanner.End);
        if (value is null || option.Read(value) is not { } read)
        {
            return new FrontMatterProblem($"sets '{name}' {scanner.Problem ?? "to something else than " + option.Expected}", valueSpan);
        }

        if (!options.ContainsKey(option.Name))
        {
            options.Add(option.Name, new WrittenOption(file, option.Name, read, nameSpan, valueSpan));
        }

        return null;
    }

    private static Dictionary<string, (string, Func<FrontMatterValue, object?>, string)> Table()
    {
        const string Number = "a number";
        const string Whole = "a whole number";
        var options = new Dictionary<string, (string, Func<FrontMatterValue, object?>, string)>(StringComparer.OrdinalIgnoreCase);
        Add("Model", static value => value.Form != FrontMatterForm.List && value.Texts[0].Length > 0 ? value.Texts[0] : null, "a model's id");
        Add("Temperature", ToDouble, Number);
        Add("TopP", ToDouble, Number);
        Add("MaxCompletionTokens", ToInt, Whole);
        Add("FrequencyPenalty", ToDouble, Number);
        Add("PresencePenalty", ToDouble, Number);
        Add("Stop", ToTexts, "a text, or texts between brackets");
        Add("Thinking", ToThinking, "enabled or disabled");
        Add("MaxToolRounds", ToInt, Whole);
        Add("RepairAttempts", ToInt, Whole);
        return options;

        void Add(string name, Func<FrontMatterValue, object?> read, string expected) => options.Add(name, (name, read, expected));
    }

    private static object? ToDouble(FrontMatterValue value) =>
        double.TryParse(Plain(value), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;

    private static object? ToInt(FrontMatterValue value) => int.TryParse(Plain(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static object? ToThinking(FrontMatterValue value) => Plain(value)?.ToLowerInvariant() switch
    {
        "enabled" or "true" or "on" => true,
        "disabled" or "false" or "off" => false,
        _ => null,
    };

    private static object? ToTexts(FrontMatterValue value) => Plain(value) is "" ? null : value.Texts.ToArray();

    private static string? Plain(FrontMatterValue value) => value.Form == FrontMatterForm.Plain ? value.Texts[0] : null;
}
