using System.Globalization;
using System.Text.RegularExpressions;

namespace Mimo.Testing.Words;

/// <summary>
/// What a message offers as values: quoted texts, then names, that is, runs of capitalised words. Each is handed out once, in
/// the order of the message, so that "from Paris to London" fills two parameters with two cities.
/// </summary>
internal sealed partial class Phrases
{
    private readonly List<string> _texts;
    private readonly List<decimal> _numbers;

    public Phrases(string message)
    {
        Message = message.Trim();
        List<string> quoted = [.. Quoted().Matches(Message).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)];
        string unquoted = Quoted().Replace(Message, " ");
        _texts = [.. quoted, .. Names(unquoted)];
        _numbers = [.. Number().Matches(unquoted)
            .Select(match => decimal.TryParse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : (decimal?)null)
            .OfType<decimal>()];
    }

    /// <summary>The whole message, without white space around it.</summary>
    public string Message { get; }

    /// <summary>The texts not taken yet.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The numbers not taken yet.</summary>
    public IReadOnlyList<decimal> Numbers => _numbers;

    public void Take(string text) => _texts.Remove(text);

    public void Take(decimal number) => _numbers.Remove(number);

    /// <summary>What in the message looks like the format, e.g. an e-mail address or a date; in order.</summary>
    public IEnumerable<string> OfFormat(string format)
    {
        Regex? pattern = format switch
        {
            "email" => Email(),
            "uri" or "url" => Url(),
            "date" => Date(),
            "date-time" => DateAndTime(),
            "time" => Time(),
            "uuid" => Uuid(),
            _ => null,
        };
        return pattern?.Matches(Message).Select(match => match.Value) ?? [];
    }

    /// <summary>Whether the message has this text as a whole word or words, in any case.</summary>
    public bool Mentions(string text) =>
        text.Length > 0 && Regex.IsMatch(Message, $@"(?<!\w){Regex.Escape(text)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static IEnumerable<string> Names(string text)
    {
        foreach (Match match in Name().Matches(text))
        {
            string name = match.Value;
            string first = name.Split(' ', 2)[0];
            // A capital at the start of a sentence says nothing, unless the word is followed by more capitals.
            if (StartsSentence(text, match.Index) || WordList.IsCommon(first))
            {
                name = name[first.Length..].TrimStart();
            }

            if (name.Length > 1)
            {
                yield return name;
            }
        }
    }

    private static bool StartsSentence(string text, int index)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, index).TrimEnd();
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or ':';
    }

    [GeneratedRegex("""(?<!\w)"([^"]+)"|(?<!\w)'([^']+)'(?!\w)|“([^”]+)”|「([^」]+)」|`([^`]+)`""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{Nd}'’-]*(?: \p{Lu}[\p{L}\p{Nd}'’-]*)*(?:, \p{Lu}{2}(?!\w))?")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\w.])-?\d+(?:\.\d+)?(?!\w)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"https?://[^\s""'<>]*[^\s""'<>.,;:!?)]")]
    private static partial Regex Url();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Date();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")]
    private static partial Regex DateAndTime();

    [GeneratedRegex(@"\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Uuid();
}
