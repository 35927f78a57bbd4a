using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Schemas;

/// <summary>Proposes texts: what the message offers, then what the schema names, then made-up ones, at last bent to the lengths asked for.</summary>
internal static class TextCandidates
{
    private const int LongestText = 100_000;

    public static IEnumerable<string> For(List<JsonElement> parts, string name, ValueSource values)
    {
        string? format = parts.Select(part => part.Member("format").AsText()).FirstOrDefault(text => text is not null && TextFormats.IsKnown(text));
        if (format is not null)
        {
            return values.Phrases.OfFormat(format).Concat(Given(parts)).SelectMany(text => WithOffset(format, text)).Concat(TextFormats.Samples(format));
        }

        if (parts.Exists(part => part.Member("contentEncoding").AsText() == "base64"))
        {
            return Given(parts).Concat(["TWlNbw==", "aGVsbG8=", BytesOf(Least(parts), Most(parts))]);
        }

        string[] free = [.. values.Phrases.Texts];
        return free.Concat(Given(parts)).Concat(MadeUp(parts, name, values));
    }

    /// <summary>A schema's <c>time</c> has an offset, which people seldom write.</summary>
    private static string[] WithOffset(string format, string text) => format == "time" ? [text, $"{text}Z"] : [text];

    private static IEnumerable<string> Given(List<JsonElement> parts) =>
        SchemaScalars.Given(parts).Where(given => given?.GetValueKind() == JsonValueKind.String).Select(given => given!.GetValue<string>());

    private static IEnumerable<string> MadeUp(List<JsonElement> parts, string name, ValueSource values)
    {
        foreach (string pattern in parts.Select(part => part.Member("pattern").AsText()).OfType<string>())
        {
            foreach (string word in values.Phrases.Message.Split([' ', ',', '.', '?', '!'], StringSplitOptions.RemoveEmptyEntries).Concat(PatternSampler.Samples(pattern)))
            {
                yield return word;
            }
        }

        foreach (string text in values.Fallbacks(name))
        {
            yield return text;
            yield return Bend(text, Least(parts), Most(parts));
        }
    }

    private static int Least(List<JsonElement> parts) => (int)Math.Min(LongestText, parts.Max(part => SchemaCheck.Number(part, "minLength", 0)));

    private static int Most(List<JsonElement> parts) => (int)Math.Min(LongestText, parts.Min(part => SchemaCheck.Number(part, "maxLength", decimal.MaxValue)));

    /// <summary>As many bytes as fill the fewest groups of four characters that are enough, or what is left of them where that is too many.</summary>
    private static string BytesOf(int least, int most)
    {
        const int BytesInGroup = 3;
        const int CharactersInGroup = 4;
        int groups = Math.Min(Math.Max(1, (least + CharactersInGroup - 1) / CharactersInGroup), most / CharactersInGroup);
        return Convert.ToBase64String(new byte[groups * BytesInGroup]);
    }

    private static string Bend(string text, int least, int most)
    {
        string longer = text.Length >= least ? text : text.PadRight(least, '.');
        return WholeCharacters.Cut(longer, Math.Min(longer.Length, most));
    }
}
