using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Words;

namespace Mimo.Testing.Schemas;

/// <summary>
/// Writes an instance of a JSON schema, with values from a message where they fit: the arguments of a tool call, or an answer
/// in JSON. The same schema and message give the same instance.
/// </summary>
/// <remarks>
/// It proposes and <see cref="SchemaCheck"/> decides: a value is used only if it fits, so what comes out is valid or nothing.
/// </remarks>
internal sealed class SchemaSampler
{
    /// <summary>From this depth on only what is required is written, which ends recursive types.</summary>
    private const int Deep = 5;

    private const int Deepest = 40;
    private const int MostOptionalMembers = 200;

    /// <summary>More schemas than this apply at one place only where a choice leads back to itself.</summary>
    private const int MostParts = 24;

    private static readonly JsonElement Anything = JsonText.TryParse("true")!.Value;

    private readonly SchemaDocument _document;
    private readonly SchemaScalars _scalars;
    private readonly SchemaArrays _arrays;
    private readonly SchemaObjects _objects;

    /// <summary>Prepares to sample one schema.</summary>
    /// <param name="schema">The schema of the whole value.</param>
    /// <param name="values">Where values come from.</param>
    /// <param name="everything">
    /// Whether optional members are written too, as in an answer; otherwise only those the message mentions, as in a tool call.
    /// </param>
    public SchemaSampler(JsonElement schema, ValueSource values, bool everything)
    {
        _document = new SchemaDocument(schema);
        _scalars = new SchemaScalars(_document, values);
        _arrays = new SchemaArrays(this, values, everything);
        _objects = new SchemaObjects(this, values, everything, MostOptionalMembers);
    }

    /// <summary>An instance of the schema, or false where none was found.</summary>
    public bool TrySample(out JsonNode? value) =>
        TrySample([_document.Root], new SamplePlace("", 0), out value) && _document.Accepts(_document.Root, value);

    /// <summary>A value that fits all of <paramref name="schemas"/>.</summary>
    public bool TrySample(IEnumerable<JsonElement> schemas, SamplePlace place, out JsonNode? value)
    {
        value = null;
        List<JsonElement> parts = [.. schemas.DefaultIfEmpty(Anything).SelectMany(_document.Conjunction)];
        return place.Depth <= Deepest && _document.TryStep() && parts.TrueForAll(part => part.ValueKind != JsonValueKind.False) && TryChoices(parts, 0, place, out value);
    }

    public bool Fits(List<JsonElement> parts, JsonNode? value) => parts.TrueForAll(part => _document.Accepts(part, value));

    /// <summary>Whether only what is required should be written from here on.</summary>
    public static bool IsDeep(int depth) => depth >= Deep;

    /// <summary>Takes a branch of each <c>anyOf</c> and <c>oneOf</c>, going back to the next branch where one leads nowhere.</summary>
    private bool TryChoices(List<JsonElement> parts, int next, SamplePlace place, out JsonNode? value)
    {
        value = null;
        if (parts.Count > MostParts || !_document.TryStep())
        {
            return false;
        }

        for (int i = next; i < parts.Count; i++)
        {
            JsonElement choices = parts[i].Member("anyOf") is { ValueKind: JsonValueKind.Array } any ? any : parts[i].Member("oneOf");
            if (choices.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (JsonElement branch in InOrder(choices.EnumerateArray(), IsNull, Burden, place.Depth))
            {
                List<JsonElement> chosen = [.. parts, .. _document.Conjunction(branch)];
                if (TryChoices(chosen, i + 1, place, out value) && Fits(chosen, value))
                {
                    return true;
                }
            }

            value = null;
            return false;
        }

        return TryTypes(parts, place, out value);
    }

    private bool TryTypes(List<JsonElement> parts, SamplePlace place, out JsonNode? value)
    {
        if (_scalars.TryConstant(parts, place, out value))
        {
            return true;
        }

        foreach (string type in InOrder(SchemaTypes.Of(parts), type => type == "null", _ => 0, place.Depth))
        {
            bool found = type switch
            {
                "object" => _objects.TrySample(parts, place, out value),
                "array" => _arrays.TrySample(parts, place, out value),
                _ => _scalars.TrySample(type, parts, place, out value),
            };
            if (found)
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    private bool IsNull(JsonElement branch) => _document.Conjunction(branch).Exists(part => part.Member("type").AsText() == "null");

    /// <summary>How many members a branch must have that lead on to other types, and perhaps back to this one.</summary>
    private int Burden(JsonElement branch) => _document.Conjunction(branch).Sum(part => part.Member("required").Items()
        .Count(name => name.AsText() is { } text && part.Member("properties").Member(text) is { ValueKind: JsonValueKind.Object } member
            && member.GetRawText().Contains("\"$ref\"", StringComparison.Ordinal)));

    /// <summary>Null comes last, except deep down, where it ends a recursion, and after it what leads on least.</summary>
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> branches, Func<T, bool> isNull, Func<T, int> burden, int depth) =>
        IsDeep(depth) ? branches.OrderByDescending(isNull).ThenBy(burden) : branches.OrderBy(isNull);
}

/// <summary>Where in the value a sample is written.</summary>
/// <param name="Name">The name of the nearest member, or nothing.</param>
/// <param name="Depth">How many objects and arrays are around it.</param>
internal readonly record struct SamplePlace(string Name, int Depth)
{
    /// <summary>Earlier items of an array whose items must differ; null where they need not.</summary>
    public JsonArray? Earlier { get; init; }

    public SamplePlace Member(string name) => new(name, Depth + 1);
}
