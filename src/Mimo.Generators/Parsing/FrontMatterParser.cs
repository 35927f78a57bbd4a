using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>The options by their names without separators; how their values are written in C#.</summary>
    private static readonly IReadOnlyDictionary<string, (string Name, Func<string, string?> ToSyntax, string Expected)> Options = Table();

    /// <param name="text">The whole file.</param>
    /// <param name="options">Takes each option as generated code writes it; what is in it already stays.</param>
    /// <param name="bodyStart">Where the template begins.</param>
    /// <returns>What is wrong; null if nothing.</returns>
    public static FrontMatterProblem? Parse(SourceText text, Dictionary<string, string> options, out int bodyStart)
    {
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
            if (content.Length > 0 && content.TrimStart()[0] != '#' && ParseOption(line, content, options) is { } problem)
            {
                return problem;
            }
        }

        bodyStart = text.Lines[lines.Count + 1].EndIncludingLineBreak;
        return null;
    }

    private static FrontMatterProblem? ParseOption(TextLine line, string content, Dictionary<string, string> options)
    {
        int indentation = content.Length - content.TrimStart().Length;
        int colon = content.IndexOf(':');
        if (colon < 0)
        {
            return new FrontMatterProblem("has a line among its options that is not 'name: value'", new TextSpan(line.Start + indentation, content.Length - indentation));
        }

        string name = content.Substring(0, colon).Trim();
        if (!Options.TryGetValue(name.Replace("_", "").Replace("-", ""), out var option))
        {
            return new FrontMatterProblem(
                $"sets '{name}', which is no option; there are {string.Join(", ", Options.Values.Select(static known => char.ToLowerInvariant(known.Name[0]) + known.Name.Substring(1)))}",
                new TextSpan(line.Start + indentation, name.Length));
        }

        string written = WithoutComment(content.Substring(colon + 1));
        string value = written.Trim();
        if (option.ToSyntax(value) is not { } syntax)
        {
            int start = line.Start + colon + 1 + written.Length - written.TrimStart().Length;
            return new FrontMatterProblem($"sets '{name}' to something else than {option.Expected}", value.Length == 0 ? line.Span : new TextSpan(start, value.Length));
        }

        if (!options.ContainsKey(option.Name))
        {
            options.Add(option.Name, syntax);
        }

        return null;
    }

    private static string WithoutComment(string value)
    {
        // Within quotes a '#' is itself, and so it is within a word.
        int comment = value.TrimStart().StartsWith("\"", StringComparison.Ordinal) || value.TrimStart().StartsWith("'", StringComparison.Ordinal) || value.IndexOf('[') >= 0 ? -1 : value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value.Substring(0, comment);
    }

    private static Dictionary<string, (string, Func<string, string?>, string)> Table()
    {
        const string Number = "a number";
        const string Whole = "a whole number";
        var options = new Dictionary<string, (string, Func<string, string?>, string)>(StringComparer.OrdinalIgnoreCase);
        Add("Model", static value => value.Length == 0 ? null : Literal(Unquote(value)), "a model's id");
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

        void Add(string name, Func<string, string?> toSyntax, string expected) => options.Add(name, (name, toSyntax, expected));
    }

    private static string? ToDouble(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture) + "d"
            : null;

    private static string? ToInt(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number.ToString(CultureInfo.InvariantCulture) : null;

    private static string? ToThinking(string value) => value.ToLowerInvariant() switch
    {
        "enabled" or "true" or "on" => "global::Mimo.MimoThinking.Enabled",
        "disabled" or "false" or "off" => "global::Mimo.MimoThinking.Disabled",
        _ => null,
    };

    private static string? ToTexts(string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        bool isList = value[0] == '[' && value[value.Length - 1] == ']';
        IEnumerable<string> items = isList ? SplitItems(value.Substring(1, value.Length - 2)) : [value];
        return $"new string[] {{ {string.Join(", ", items.Select(static item => Literal(Unquote(item))))} }}";
    }

    private static IEnumerable<string> SplitItems(string list)
    {
        int start = 0;
        char quote = '\0';
        for (int index = 0; index <= list.Length; index++)
        {
            if (index == list.Length || (list[index] == ',' && quote == '\0'))
            {
                string item = list.Substring(start, index - start).Trim();
                start = index + 1;
                if (item.Length > 0)
                {
                    yield return item;
                }
            }
            else if (list[index] is '"' or '\'' && (quote == '\0' || quote == list[index]))
            {
                quote = quote == '\0' ? list[index] : '\0';
            }
        }
    }

    /// <summary>In double quotes <c>\n</c> and <c>\t</c> are what they are in C#; in single quotes and without any, all is itself.</summary>
    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != value[value.Length - 1] || value[0] is not ('"' or '\''))
        {
            return value;
        }

        string inner = value.Substring(1, value.Length - 2);
        return value[0] == '\'' ? inner.Replace("''", "'") : inner.Replace("\\n", "\n").Replace("\\t", "\t").Replace("\\\"", "\"").Replace("\\\\", "\\");
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
