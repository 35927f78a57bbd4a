using System.Text;
using CsCheck;
using Mimo.Types.Tests.Generating;

namespace Mimo.Types.Tests.Compiling;

/// <summary>
/// Writes C# source with types that nobody would think of: records, classes, structs, enums and generics that hold one another in
/// all collections, and a tool for each. The same seed gives the same source.
/// </summary>
internal sealed class RandomTypes
{
    private static readonly string[] Scalars =
    [
        "bool", "char", "string", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "Int128", "UInt128", "Half", "float", "double", "decimal", "Guid", "DateTime", "DateTimeOffset",
        "DateOnly", "TimeOnly", "TimeSpan", "Uri", "Version", "byte[]", "ReadOnlyMemory<byte>", "BigInteger", "JsonElement",
    ];

    private static readonly string[] Collections =
    [
        "List<{0}>", "{0}[]", "IReadOnlyList<{0}>", "IEnumerable<{0}>", "ICollection<{0}>", "IList<{0}>", "IReadOnlyCollection<{0}>", "ImmutableArray<{0}>", "ImmutableList<{0}>", "Queue<{0}>", "Stack<{0}>",
        "LinkedList<{0}>", "ReadOnlyMemory<{0}>", "Collection<{0}>", "ReadOnlyCollection<{0}>", "ConcurrentQueue<{0}>", "ImmutableQueue<{0}>", "ImmutableStack<{0}>",
    ];

    private static readonly string[] Sets = ["HashSet<{0}>", "ISet<{0}>", "IReadOnlySet<{0}>", "SortedSet<{0}>", "ImmutableHashSet<{0}>", "ImmutableSortedSet<{0}>", "FrozenSet<{0}>"];

    private static readonly string[] SetItems = ["string", "int", "Guid", "long", "DateOnly", "decimal"];

    private static readonly string[] Dictionaries =
    [
        "Dictionary<{0}, {1}>", "IDictionary<{0}, {1}>", "IReadOnlyDictionary<{0}, {1}>", "SortedDictionary<{0}, {1}>", "ReadOnlyDictionary<{0}, {1}>", "ImmutableDictionary<{0}, {1}>",
        "ImmutableSortedDictionary<{0}, {1}>", "FrozenDictionary<{0}, {1}>", "ConcurrentDictionary<{0}, {1}>",
    ];

    private static readonly string[] Keys = ["string", "string", "int", "long", "byte", "Guid", "ulong", "Int128"];

    private static readonly string[] MemberNames =
    [
        "Name", "Value", "Id", "URL", "IsSet", "ValueIsSet", "Reader", "Scope", "Result", "Initial", "Writer", "@class", "@event", "@params", "größe", "名前", "X", "XValue", "X1", "iD", "_underscore", "Item", "Key", "Entry",
        "@await", "@this", "@null", "Items", "Names", "Present", "Context", "Default", "@default", "ToText", "Длина", "A", "B", "AB", "ABc", "aBC",
    ];

    private readonly PCG _pcg;
    private readonly StringBuilder _types = new();
    private readonly StringBuilder _tools = new();

    /// <summary>The types so far, as used, with whether they are reference types. Later types hold earlier ones, so that every type ends.</summary>
    private readonly List<(string Name, bool IsReference)> _known = [];

    private readonly List<string> _enums = [];

    private RandomTypes(uint seed) => _pcg = new PCG(seed, seed);

    public static string Source(uint seed, int count, string @namespace)
    {
        var types = new RandomTypes(seed);
        for (int index = 0; index < count; index++)
        {
            types.AddType(index);
        }

        return $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Frozen;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Collections.ObjectModel;
            using System.Numerics;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Mimo;
            using static Mimo.Types.Tests.Judging.Kept;

            namespace {{@namespace}};

            {{types._types}}
            public static partial class RandomTools
            {
            {{types._tools}}}

            """;
    }

    private void AddType(int index)
    {
        string name = "T" + index;
        switch (_pcg.Below(8))
        {
            case 0:
                AddEnum(name);
                break;
            case 1 or 2:
                AddPositional(name, _pcg.Pick("record", "record struct", "readonly record struct", "sealed record"));
                break;
            case 3:
                AddGeneric(name);
                break;
            default:
                AddMembers(name, _pcg.Pick("class", "sealed class", "record", "struct", "record struct"));
                break;
        }

        // The new type as often as anything else; a generic one is known under its closed forms.
        string use = _pcg.OneIn(2) ? Use(2) : _known[^1].Name;
        _tools.AppendLine($"    [MimoTool(\"tool_{index}\")] public static {use} Tool{index}({use} value) => Value(value);");
    }

    private void AddEnum(string name)
    {
        bool isFlags = _pcg.OneIn(3);
        (string type, int bits) = _pcg.Pick(("int", 31), ("byte", 8), ("long", 63), ("ulong", 64), ("short", 15), ("sbyte", 7), ("uint", 32));
        int count = 1 + _pcg.Below(8);
        IEnumerable<string> members = Enumerable.Range(0, count).Select(member =>
            (_pcg.OneIn(4) ? $"[JsonStringEnumMemberName(\"{name} {member}\")] " : "")
            + _pcg.Pick("M", "member_", "Member", "М") + member
            + (isFlags ? $" = ({type})1 << {_pcg.Below(Math.Min(bits - 1, 30))}" : _pcg.OneIn(3) ? $" = {_pcg.Below(100)}" : ""));
        _types.AppendLine($"{(isFlags ? "[Flags] " : "")}public enum {name} : {(isFlags ? type is "byte" or "sbyte" or "short" ? "int" : type : type)} {{ {string.Join(", ", members)} }}");
        _known.Add((name, false));
        if (!isFlags)
        {
            _enums.Add(name);
        }
    }

    private void AddPositional(string name, string kind)
    {
        bool hasDefaults = false;
        var parameters = new List<string>();
        foreach (string member in Members())
        {
            hasDefaults |= _pcg.OneIn(4);
            (string type, string value) = hasDefaults ? WithDefault() : (Use(2), "");
            parameters.Add($"{(_pcg.OneIn(6) ? $"[property: JsonPropertyName(\"{name} {member.TrimStart('@')}\")] " : "")}{type} {member}{value}");
        }

        _types.AppendLine($"public {kind} {name}({string.Join(", ", parameters)});");
        _known.Add((name, !kind.Contains("struct", StringComparison.Ordinal)));
    }

    private void AddMembers(string name, string kind)
    {
        bool isStruct = kind.Contains("struct", StringComparison.Ordinal);
        var members = new List<string>();
        foreach (string member in Members())
        {
            string attribute = _pcg.OneIn(6) ? $"[JsonPropertyName(\"{name} {member.TrimStart('@')}\")] " : _pcg.OneIn(8) ? "[JsonRequired] " : "";
            members.Add(attribute + _pcg.Below(5) switch
            {
                0 => $"public required {Use(2)} {member} {{ get; set; }}",
                1 => $"public required {Use(2)} {member} {{ get; init; }}",
                2 => $"public {Optional(Use(2))} {member} {{ get; set; }}",
                3 => $"public {Optional(Use(2))} {member} {{ get; init; }}",
                _ when isStruct => $"public int? {member} {{ get; set; }}",
                _ => Initialized(member),
            });
        }

        // Recursion: through null, a list or a dictionary, each of which ends.
        if (!isStruct)
        {
            members.Add(_pcg.Pick($"public {name}? Self {{ get; set; }}", $"public List<{name}> Selves {{ get; init; }} = [];", $"public required Dictionary<string, {name}?> SelfByName {{ get; set; }}", ""));
        }

        bool hasBase = kind == "class" && _pcg.OneIn(3);
        string baseType = hasBase ? $" : {name}Base" : "";
        if (hasBase)
        {
            _types.AppendLine($"public class {name}Base {{ public required {Use(1)} Inherited {{ get; set; }} public virtual int Virtual {{ get; init; }} = 3; }}");
            members.Add("public override int Virtual { get; init; } = 4;");
        }

        _types.AppendLine($"public {kind} {name}{baseType} {{ {string.Join(" ", members)} }}");
        _known.Add((name, !isStruct));
    }

    private void AddGeneric(string name)
    {
        _types.AppendLine($"public record {name}<TFirst, TSecond>(TFirst First, List<TSecond> Second, Dictionary<string, TFirst[]> Map, int Number = 4);");
        for (int i = 0; i < 2; i++)
        {
            _known.Add(($"{name}<{Use(1)}, {Use(1)}>", true));
        }
    }

    /// <summary>Names that differ in JSON too.</summary>
    private List<string> Members()
    {
        int count = 1 + _pcg.Below(6);
        return Enumerable.Range(0, count).Select(_ => _pcg.Pick(MemberNames)).DistinctBy(static name => name.TrimStart('@').ToUpperInvariant()).ToList();
    }

    private string Initialized(string member) => _pcg.Below(4) switch
    {
        0 => $"public string {member} {{ get; set; }} = \"initial\";",
        1 => $"public List<int?> {member} {{ get; init; }} = [1, null];",
        2 => $"public decimal? {member} {{ get; init; }} = 1.50m;",
        _ => $"public DateOnly {member} {{ get; set; }} = new(2026, 3, 20);",
    };

    private (string Type, string Value) WithDefault() => _pcg.Below(8) switch
    {
        0 => ("int", " = -1"),
        1 => ("string", " = \"a\\tb\""),
        2 => ("double?", " = 1e-7"),
        3 => ("bool", " = true"),
        4 => ("char", " = '\\\\'"),
        5 => ("decimal", " = 0.10m"),
        6 when _enums.Count > 0 => (_pcg.Pick(_enums), " = default"),
        _ => (Optional(Use(1)), " = null"),
    };

    private static string Optional(string type) => type.EndsWith('?') ? type : type + "?";

    private string Use(int depth)
    {
        string type = _pcg.Below(depth > 0 ? 7 : 4) switch
        {
            0 or 1 when _known.Count > 0 => _pcg.Pick(_known).Name,
            4 => string.Format(null, _pcg.Pick(Collections), Use(depth - 1)),
            5 => _pcg.OneIn(2) && _enums.Count > 0
                ? string.Format(null, "HashSet<{0}>", _pcg.Pick(_enums))
                : string.Format(null, _pcg.Pick(Sets), _pcg.Pick(SetItems)),
            6 => string.Format(null, _pcg.Pick(Dictionaries), _pcg.OneIn(4) && _enums.Count > 0 ? _pcg.Pick(_enums) : _pcg.Pick(Keys), Use(depth - 1)),
            _ => _pcg.Pick(Scalars),
        };
        return _pcg.OneIn(4) ? type + "?" : type;
    }
}
