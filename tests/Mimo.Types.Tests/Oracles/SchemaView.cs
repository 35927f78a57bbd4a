using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Types.Tests.Oracles;

/// <summary>A schema with references followed and null told apart from the rest, so that two dialects can be compared.</summary>
internal sealed class SchemaView
{
    private static readonly SchemaView Free = OfRoot(JsonElement.Parse("true"));

    private readonly JsonElement _root;

    private readonly JsonElement _outer;

    private SchemaView(JsonElement root, JsonElement outer, JsonElement node, bool allowsNull)
    {
        _root = root;
        _outer = outer;
        Node = node;
        AllowsNull = allowsNull || Types(node).Contains("null") || EnumValues(node).Any(static value => value.ValueKind == JsonValueKind.Null) || Choices(node).Any(IsNull);
    }

    /// <summary>The schema of everything but null.</summary>
    public JsonElement Node { get; }

    public bool AllowsNull { get; }

    /// <summary>Whether everything is valid, null included.</summary>
    public bool IsFree => Type.Length == 0 && !Has("anyOf") && !Has("const");

    /// <summary>The type or types other than null; empty for any.</summary>
    public string Type
    {
        get
        {
            List<string> types = Types(Node).Where(static type => type != "null").ToList();
            return types.Count == 0 && EnumValues(Node).Count > 0 ? "string" : string.Join("|", types);
        }
    }

    public IReadOnlyList<string> Names => EnumValues(Node).Where(static value => value.ValueKind == JsonValueKind.String).Select(static value => value.GetString()!).ToList();

    /// <summary>The numbers that are all that is allowed, as JSON; none if it is not numbers that are listed.</summary>
    public IReadOnlyList<string> Numbers => EnumValues(Node).Where(static value => value.ValueKind == JsonValueKind.Number).Select(static value => value.GetRawText()).ToList();

    /// <summary>The values that are denied, as JSON.</summary>
    public IReadOnlyList<string> Denied => Has("not") ? EnumValues(Node.GetProperty("not")).Select(static value => value.GetRawText()).ToList() : [];

    /// <summary>What a union stands for, null aside; nothing for what is no union.</summary>
    public IReadOnlyList<SchemaView> Cases => Choices(Node).Where(static choice => !IsNull(choice)).Select(Sub).ToList();

    /// <summary>The members that tell a case of a union apart, with their values as JSON.</summary>
    public IReadOnlyDictionary<string, string> Constants => Properties
        .Where(static member => member.Value.TryGetProperty("const", out _))
        .ToDictionary(static member => member.Key, static member => member.Value.GetProperty("const").GetRawText(), StringComparer.Ordinal);

    /// <summary>Whether an object may have members that the schema doesn't name.</summary>
    public bool IsOpen => Has("properties") && Keyword("additionalProperties") != "false";

    public IReadOnlyDictionary<string, JsonElement> Properties => Has("properties")
        ? Node.GetProperty("properties").EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal)
        : new Dictionary<string, JsonElement>();

    /// <summary>The schema of an array's items; free if none is said.</summary>
    public SchemaView Items => Has("items") ? Sub(Node.GetProperty("items")) : Free;

    /// <summary>The schema of a dictionary's values; free if none is said.</summary>
    public SchemaView Entries => Has("additionalProperties") ? Sub(Node.GetProperty("additionalProperties")) : Free;

    public IReadOnlySet<string> Required => Has("required")
        ? Node.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
        : new HashSet<string>();

    public static SchemaView OfRoot(JsonElement root) => Of(root, root);

    public static SchemaView Of(JsonElement root, JsonElement node)
    {
        JsonElement outer = node;
        bool allowsNull = false;
        while (true)
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("$ref", out JsonElement reference))
            {
                node = Follow(root, reference.GetString()!);
            }
            else if (node.ValueKind == JsonValueKind.Object
                && node.TryGetProperty("anyOf", out JsonElement choices)
                && choices.GetArrayLength() == 2
                && choices[1].TryGetProperty("type", out JsonElement type)
                && type.ValueEquals("null"))
            {
                node = choices[0];
                allowsNull = true;
            }
            else
            {
                return new SchemaView(root, outer, node, allowsNull);
            }
        }
    }

    /// <summary>The case of a union that a valid object is of; one without constants is that of objects that no other fits.</summary>
    public SchemaView CaseOf(JsonObject value)
    {
        SchemaView found = Cases.OrderByDescending(static known => known.Constants.Count)
            .First(known => known.Constants.All(constant => value[constant.Key]?.ToJsonString() == constant.Value));
        return new SchemaView(_root, found.Node, found.Node, AllowsNull);
    }

    public SchemaView Sub(JsonElement node) => Of(_root, node);

    public bool Has(string keyword) => Node.ValueKind == JsonValueKind.Object && Node.TryGetProperty(keyword, out _);

    /// <summary>A keyword's value as JSON; empty if it is not there. It may stand beside a reference too.</summary>
    public string Keyword(string keyword) =>
        Has(keyword) ? Node.GetProperty(keyword).GetRawText()
        : _outer.ValueKind == JsonValueKind.Object && _outer.TryGetProperty(keyword, out JsonElement beside) ? beside.GetRawText()
        : "";

    private static List<JsonElement> Choices(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("anyOf", out JsonElement choices) ? [.. choices.EnumerateArray()] : [];

    private static bool IsNull(JsonElement node) => Types(node).SequenceEqual(["null"]);

    private static IEnumerable<string> Types(JsonElement node)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("type", out JsonElement type))
        {
            return [];
        }

        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static name => name.GetString()!) : [type.GetString()!];
    }

    private static List<JsonElement> EnumValues(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("enum", out JsonElement values) ? [.. values.EnumerateArray()] : [];

    private static JsonElement Follow(JsonElement root, string reference)
    {
        JsonElement node = root;
        foreach (string segment in reference.Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node.ValueKind == JsonValueKind.Array
                ? node[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
                : node.GetProperty(name);
        }

        return node;
    }
}
