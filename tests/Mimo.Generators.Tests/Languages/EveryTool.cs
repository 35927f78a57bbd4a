// Written in C# 10, and compiled by tests in each language from there on: tools with every kind of parameter and result.
using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using Mimo;

[assembly: MimoJsonContext(typeof(Languages.Context))]

namespace Languages;

/// <summary>A type that System.Text.Json reads and writes.</summary>
[JsonConverter(typeof(CodeConverter))]
public readonly record struct Code(string Text);

public sealed class CodeConverter : JsonConverter<Code>
{
    public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

/// <summary>A type that a context knows.</summary>
public sealed record Known(string Text);

public sealed class KnownConverter : JsonConverter<Known>
{
    public override Known Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Known value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

/// <summary>A context as the source generator of System.Text.Json would complete it.</summary>
[JsonSerializable(typeof(Known))]
public sealed class Context : JsonSerializerContext
{
    public Context()
        : base(null)
    {
    }

    public static Context Default { get; } = new();

    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    public override JsonTypeInfo? GetTypeInfo(Type type) => type == typeof(Known) ? JsonMetadataServices.CreateValueInfo<Known>(new JsonSerializerOptions(), new KnownConverter()) : null;
}

public static partial class EveryTool
{
    /// <summary>Takes nothing.</summary>
    [MimoTool]
    public static void Nothing()
    {
    }

    /// <summary>Takes "scalars" /* all */ of them.</summary>
    /// <param name="text">A "text" \ with 😀</param>
    /// <param name="flag">On or off.</param>
    [MimoTool("take_scalars", Strict = true)]
    public static string Scalars(
        string text, bool flag, char letter, sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h, Int128 i, UInt128 j, BigInteger k,
        Half l, float m, double n, decimal o, Guid p, DateTime q, DateTimeOffset r, DateOnly s, TimeOnly t, TimeSpan u, Uri v, Version w, byte[] x, ReadOnlyMemory<byte> y) =>
        FormattableString.Invariant($"{text}|{flag}|{letter}|{a}|{b}|{c}|{d}|{e}|{f}|{g}|{h}|{i}|{j}|{k}|{l}|{m}|{n}|{o}|{p}|{q:O}|{r:O}|{s:O}|{t:O}|{u}|{v}|{w}|{x.Length}|{y.Length}");

    /// <summary>Takes what may be left out.</summary>
    [MimoTool]
    public static string Optional(
        string? text = null, string named = "a \"b\" \\ {c}\n", int number = -1, byte small = 3, Heat heat = Heat.Hot, Days days = Days.Monday | Days.Tuesday,
        double ratio = double.MaxValue, decimal price = 1.50m, char letter = '\'', long? big = 5, bool? flag = true, Point point = default, Meal? meal = null) =>
        FormattableString.Invariant($"{text}|{named}|{number}|{small}|{heat}|{days}|{ratio}|{price}|{letter}|{big}|{flag}|{point}|{meal}");

    /// <summary>Takes what has rules.</summary>
    [MimoTool(Effect = ToolEffect.Idempotent, TimeoutSeconds = 5)]
    public static int Constrained(
        [Range(1, 5)] int number, [StringLength(5, MinimumLength = 2)] string text, [RegularExpression("[a-z]+\"?")] string? pattern, [MinLength(1)] int[] items,
        [AllowedValues("a", "b\"*/")] string allowed, [DeniedValues(3)] int denied, [EmailAddress] string mail, [Url] string url, [Base64String] string base64,
        [Length(1, 2)] Dictionary<string, int> entries) => number + items.Length + denied + entries.Count + text.Length + (pattern ?? allowed + mail + url + base64).Length;

    /// <summary>Takes collections.</summary>
    [MimoTool]
    public static int Collections(
        int[] array, List<string> list, IReadOnlyList<Meal> meals, HashSet<Heat> set, Queue<int> queue, Stack<int> stack, ISet<Guid> guids, IEnumerable<int?> sequence,
        System.Collections.Immutable.ImmutableArray<int> immutable, Dictionary<int, string> numbered, IReadOnlyDictionary<Heat, int[]> byHeat, SortedDictionary<Guid, bool> sorted, int[][] jagged) =>
        array.Length + list.Count + meals.Count + set.Count + queue.Count + stack.Peek() + guids.Count + sequence.Count() + immutable.Length + numbered.Count + byHeat.Count + sorted.Count + jagged.Length;

    /// <summary>Takes objects, and gives one.</summary>
    [MimoTool(RequireApproval = true)]
    public static Menu Objects(Menu menu, Payment payment, Strict strict, Point? point, Code code, Known known, [MimoParameter(Name = "the \"guest\"", Description = "Who?")] Guest guest) =>
        menu with { Value = $"{payment} {strict.Number} {strict.More?.Count} {point} {code} {known.Text} {guest.Name}" };

    /// <summary>Takes anything.</summary>
    [MimoTool]
    public static JsonNode? Anything(JsonElement element, JsonNode? node, JsonObject @object, JsonArray array, object? any = null) =>
        JsonNode.Parse($"[{element.GetRawText()},{node?.ToJsonString() ?? "null"},{@object.ToJsonString()},{array.ToJsonString()},{(any is null ? 0 : 1)}]");

    /// <summary>Takes what the model never sees.</summary>
    [MimoTool]
    public static async Task<string> AmbientAsync(string text, MimoToolContext context, IProgress<int> progress, CancellationToken cancellationToken)
    {
        await Task.Yield();
        progress.Report(1);
        return text + (context is null) + cancellationToken.CanBeCanceled;
    }

    /// <summary>Gives a union.</summary>
    [MimoTool]
    public static ValueTask<Payment> PayAsync(decimal amount) => new(new Card(amount, "1234"));

    /// <summary>Gives scalars and collections.</summary>
    [MimoTool]
    public static Dictionary<Heat, List<Days>> Table(Days days) => new() { [Heat.Hot] = new() { days, Days.None } };

    /// <summary>Gives nothing but an error.</summary>
    [MimoTool]
    public static Task<MimoToolResult> FailAsync(string why) => Task.FromResult(MimoToolResult.FromError(why));

    [MimoTool]
    internal static string @class(string @class, string reader, string scope, string call, string writer, string value) => @class + reader + scope + call + writer + value;
}

public partial class InstanceTools
{
    private readonly List<string> _calls = new();

    /// <summary>Notes a text.</summary>
    [MimoTool]
    public string Note(string text)
    {
        _calls.Add(text);
        return string.Join(",", _calls);
    }

    public partial record Counter(int Start)
    {
        /// <summary>Counts on.</summary>
        [MimoTool]
        private int Count(int by = 1) => Start + by;
    }

    public partial struct Value
    {
        /// <summary>Doubles a number.</summary>
        [MimoTool]
        public double Double(double number) => number * 2;
    }
}

public sealed partial class MoreTools : InstanceTools
{
    /// <summary>Notes two texts.</summary>
    [MimoTool]
    public string NoteTwice(string text) => Note(text) + Note(text);
}
