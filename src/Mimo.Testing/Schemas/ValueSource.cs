using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Words;

namespace Mimo.Testing.Schemas;

/// <summary>Where sampled values come from: the message of the user, values known by name, made-up ones.</summary>
internal sealed class ValueSource
{
    private readonly Dictionary<string, JsonNode> _known = new(StringComparer.Ordinal);
    private readonly bool _inventLabels;
    private int _labels;

    /// <summary>Reads the sources.</summary>
    /// <param name="message">The message of the user.</param>
    /// <param name="toolResults">Results of tools; the members of those in JSON are known by their names.</param>
    /// <param name="inventLabels">
    /// Whether a text that nothing suggests becomes a label, such as "title 1", as in an answer, rather than the whole message, as in a tool call.
    /// </param>
    public ValueSource(string message, IEnumerable<string> toolResults, bool inventLabels)
    {
        Phrases = new Phrases(message);
        MessageWords = WordList.Of(message);
        _inventLabels = inventLabels;
        foreach (string result in toolResults)
        {
            if (JsonText.TryParse(result) is { } value)
            {
                Learn(value);
            }
        }
    }

    public Phrases Phrases { get; }

    public HashSet<string> MessageWords { get; }

    /// <summary>The value a tool result gave for a member of this name, whatever its case and underscores; null where there is none.</summary>
    public JsonNode? Known(string name) => _known.GetValueOrDefault(Plain(name));

    public string NextLabel(string name) => $"{Spaced(name)} {++_labels}";

    /// <summary>Texts for a member that nothing suggests a value for: as many as anybody can need, all different.</summary>
    public IEnumerable<string> Fallbacks(string name)
    {
        if (!_inventLabels && Phrases.Message.Length > 0)
        {
            yield return Phrases.Message;
        }

        for (int i = 0; i < 32; i++)
        {
            yield return NextLabel(name);
        }
    }

    private void Learn(JsonElement value)
    {
        foreach (JsonElement item in value.Items())
        {
            Learn(item);
        }

        foreach (JsonProperty member in value.Members())
        {
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                Learn(member.Value);
            }
            else if (SchemaCheck.ToNode(member.Value) is { } known)
            {
                _known.TryAdd(Plain(member.Name), known);
            }
        }
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Spaced(string name) => name.Length == 0 ? "value" : string.Join(' ', name.Split('_', StringSplitOptions.RemoveEmptyEntries));
}
