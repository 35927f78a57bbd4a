using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>Attributes of System.Text.Json that change which members there are and how their numbers look.</summary>
public sealed partial class MemberAttributeTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public async Task Public_and_internal_fields_are_data_where_they_are_included()
    {
        var value = new WithFields { Open = 1, Hidden = 2, Left = 3 };

        Assert.Equal(["open", "hidden"], Names("fields"));
        Assert.Equal("""{"open":1,"hidden":2}""", (await CallAsync("fields", JsonSerializer.Serialize(new { value = new { open = 1, hidden = 2, left = 3 } }))).Content);
        Assert.Equal(3, value.Left);
    }

    [Fact]
    public async Task A_constructor_parameter_of_an_ignored_member_is_neither_shown_nor_set_by_the_model()
    {
        Assert.Equal(["name"], Names("ignored"));

        MimoToolResult result = await CallAsync("ignored", """{"value":{"name":"Ann","secret":"x","level":9}}""");

        Assert.Equal("Ann//5", result.Content);
    }

    [Theory]
    [InlineData(1.5, "NaN")]
    [InlineData(double.NaN, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public async Task Named_numbers_are_read_and_written_as_System_Text_Json_does(double plain, string named)
    {
        var value = new Numbers(plain, double.Parse(named, System.Globalization.CultureInfo.InvariantCulture), 7, 8.50m);
        string json = JsonSerializer.Serialize(value, CamelCase);

        MimoToolResult result = await CallAsync("numbers", $$"""{"value":{{json}}}""");

        Assert.False(result.IsError, result.Content);
        Assert.Equal(value, JsonSerializer.Deserialize<Numbers>(result.ContentUtf8.Span, CamelCase));
        Assert.Equal(JsonValueKind.String, JsonDocument.Parse(result.ContentUtf8).RootElement.GetProperty("count").ValueKind);
    }

    [Fact]
    public async Task Numbers_in_collections_are_read_and_written_as_their_member_says()
    {
        var value = new NumberLists([1.5, double.NaN], [null, float.NegativeInfinity], new() { ["a"] = double.PositiveInfinity }, [7, 8], new() { ["b"] = 1.50m }, [9]);
        string json = JsonSerializer.Serialize(value, CamelCase);

        MimoToolResult result = await CallAsync("number_lists", $$"""{"value":{{json}},"plain":[1.5]}""");

        Assert.False(result.IsError, result.Content);
        Assert.Equal(json, result.Content);
        Assert.Contains("$.plain[0]: expected a number", (await CallAsync("number_lists", $$"""{"value":{{json}},"plain":["NaN"]}""")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_numbers_are_told_is_said_by_the_type_that_is_written_and_not_by_its_base()
    {
        Assert.Equal("""{"points":2,"total":1.5}""", JsonSerializer.Serialize(new Scored(1.5, 2), CamelCase));
        Assert.Equal("""{"total":1.5,"points":2}""", (await CallAsync("scored", """{"value":{"total":1.5,"points":2}}""")).Content);
        Assert.Equal("""{"points":"2","total":"1.5"}""", JsonSerializer.Serialize(new Rated(1.5, 2), CamelCase));
        Assert.Equal("""{"total":"1.5","points":"2"}""", (await CallAsync("rated", """{"value":{"total":1.5,"points":2}}""")).Content);
    }

    [Fact]
    public async Task The_least_of_numbers_is_told_as_one_and_what_is_no_number_as_ever()
    {
        const string Id = "d2719b1e-7c9d-4a55-9d0e-1c2b3a4f5e6d";
        var told = new Told(-1, new Guid(Id), [1, 2], [new Guid(Id)]);

        string expected = JsonSerializer.Serialize(told, CamelCase);

        Assert.Equal($$"""{"small":"-1","id":"{{Id}}","smalls":["1","2"],"ids":["{{Id}}"]}""", expected);
        Assert.Equal(expected, (await CallAsync("told", $$"""{"value":{{expected}}}""")).Content);
    }

    [Fact]
    public async Task A_setter_that_is_not_public_is_not_the_models_and_a_set_only_property_is()
    {
        Assert.Equal(["open", "write"], Names("accessors"));

        MimoToolResult result = await CallAsync("accessors", """{"value":{"open":1,"write":2,"kept":3}}""");

        Assert.Equal("""{"open":1,"kept":2}""", result.Content);
    }

    [Fact]
    public async Task Null_for_an_argument_that_may_be_left_out_means_that_it_was_left_out()
    {
        Assert.Equal("10", (await CallAsync("limited", """{"limit":null}""")).Content);
        Assert.Equal("10", (await CallAsync("limited", "{}")).Content);
        Assert.Equal("3", (await CallAsync("limited", """{"limit":3}""")).Content);
    }

    [Fact]
    public async Task A_member_that_is_ignored_in_one_direction_goes_in_the_other_alone()
    {
        Assert.Equal(["name", "token"], Names("one_way"));

        MimoToolResult result = await CallAsync("one_way", """{"value":{"name":"Ann","token":"x","stamp":"y","mark":"z"}}""");

        Assert.Equal("""{"name":"Ann/x","stamp":"own","mark":"none"}""", result.Content);
    }

    [Fact]
    public async Task A_default_value_of_an_enum_is_one_also_where_its_member_is_ignored_or_has_a_converter()
    {
        Assert.Equal("Ann/High", (await CallAsync("ranked", """{"value":{"name":"Ann","level":"low"}}""")).Content);
        Assert.Equal("High", (await CallAsync("converted", "{}")).Content);
        Assert.Equal("Low", (await CallAsync("converted", """{"level":"low"}""")).Content);
        Assert.False(Find("converted").Schema("level").TryGetProperty("default", out _));
    }

    [Fact]
    public async Task A_member_that_is_left_out_keeps_what_the_constructor_gave_it()
    {
        Assert.Equal("given//3", (await CallAsync("built", "{\"value\":{}}")).Content);
        Assert.Equal("x/y/4", (await CallAsync("built", """{"value":{"hint":"x","other":"y","count":4}}""")).Content);
    }

    [Fact]
    public async Task A_name_for_a_number_is_refused_where_it_is_not_allowed() =>
        Assert.Contains("$.value: expected a number", (await CallAsync("plain", """{"value":"NaN"}""")).Content, StringComparison.Ordinal);

    private static IEnumerable<string> Names(string tool) => JsonDocument.Parse(Find(tool).ParametersSchema).RootElement
        .GetProperty("properties").GetProperty("value").GetProperty("properties").EnumerateObject().Select(static property => property.Name);

    private static ValueTask<MimoToolResult> CallAsync(string tool, string arguments) => Find(tool).InvokeAsync(Encoding.UTF8.GetBytes(arguments));

    private static MimoTool Find(string name) => Tools.TryGet(name, out MimoTool? tool) ? tool : throw new ArgumentException(name);

    [MimoTool]
    internal static WithFields Fields(WithFields value) => value;

    [MimoTool]
    internal static string Ignored(WithIgnored value) => $"{value.Name}/{value.Secret}/{value.Level}";

    [MimoTool("numbers")]
    internal static Numbers NumbersTool(Numbers value) => value;

    [MimoTool("number_lists")]
    internal static NumberLists EchoNumberLists(NumberLists value, List<double> plain) => value;

    [MimoTool("scored")]
    internal static Scored EchoScored(Scored value) => value;

    [MimoTool("told")]
    internal static Told EchoTold(Told value) => value;

    [MimoTool("rated")]
    internal static Rated EchoRated(Rated value) => value;

    [MimoTool]
    internal static WithAccessors Accessors(WithAccessors value) => value;

    [MimoTool]
    internal static int? Limited(int? limit = 10) => limit;

    [MimoTool]
    internal static double Plain(double value) => value;

    [MimoTool("one_way")]
    internal static OneWay GoOneWay(OneWay value)
    {
        value.Name += "/" + value.Token;
        return value;
    }

    [MimoTool]
    internal static string Ranked(WithRank value) => $"{value.Name}/{value.Level}";

    [MimoTool]
    internal static string Converted(Level level = Level.High) => level.ToString();

    [MimoTool("built")]
    internal static string BuiltTool(Built value) => $"{value.Hint}/{value.Other}/{value.Count}";

    [JsonConverter(typeof(LevelConverter))]
    public enum Level
    {
        Low,
        High,
    }

    public sealed class LevelConverter : JsonConverter<Level>
    {
        public override Level Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Enum.Parse<Level>(reader.GetString()!, ignoreCase: true);

        public override void Write(Utf8JsonWriter writer, Level value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    public sealed record WithRank(string Name, [property: JsonIgnore] Level Level = Level.High);

    public sealed class OneWay
    {
        public string Name { get; set; } = "";

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
        public string? Token { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
        public string Stamp { get; set; } = "own";

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
        public string? Mark { get; init; } = "none";
    }

    public sealed class Built
    {
        public Built()
        {
            Hint = "given";
            Count = 3;
        }

        public string? Hint { get; init; }

        public string? Other { get; init; }

        public int? Count { get; init; }
    }

    public sealed class WithFields
    {
        [JsonInclude]
        public int Open;

        [JsonInclude]
        internal int Hidden;

        public int Left;
    }

    public sealed class WithAccessors
    {
        public int Open { get; set; }

        public int Kept { get; internal set; }

        public int Write
        {
            set => Kept = value;
        }
    }

    public sealed record WithIgnored(string Name, [property: JsonIgnore] string? Secret, [property: JsonIgnore] int Level = 5);

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public sealed record Numbers(double Plain, double? Named, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] int Count, decimal Price);

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public record TextBase
    {
        public double Total { get; init; }
    }

    public record PlainBase
    {
        public double Total { get; init; }
    }

    public sealed record Scored(double Points) : TextBase
    {
        public Scored(double total, double points)
            : this(points) => Total = total;
    }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public sealed record Rated(double Points) : PlainBase
    {
        public Rated(double total, double points)
            : this(points) => Total = total;
    }

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public sealed record NumberLists(
        List<double> Plain,
        float?[] Nullable,
        Dictionary<string, double> Map,
        [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] int[] Counts,
        [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] Dictionary<string, decimal> Prices,
        int[] Whole);

    /// <summary>What is said of numbers makes no difference to what is none.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public sealed record Told(
        sbyte Small,
        Guid Id,
        sbyte[] Smalls,
        List<Guid> Ids);
}
