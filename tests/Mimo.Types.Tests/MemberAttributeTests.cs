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

    [MimoTool]
    internal static WithAccessors Accessors(WithAccessors value) => value;

    [MimoTool]
    internal static int? Limited(int? limit = 10) => limit;

    [MimoTool]
    internal static double Plain(double value) => value;

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
}
