using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>Members that a type has but that can't be set, where what it doesn't have is refused or collected.</summary>
public sealed partial class KnownMemberTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public async Task What_was_written_is_read_again_where_strangers_are_refused()
    {
        const string Json = """{"width":2,"height":3,"AREA":6}""";

        Assert.Equal(Json, await Tools.Named("closed").AnswerAsync($$"""{"value":{{Json}}}"""));
        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Closed>(Json, CamelCase), CamelCase));
        Assert.Equal(["$.value.depth: there is no member 'depth' here"], await Tools.Named("closed").ProblemsAsync("""{"value":{"width":2,"height":3,"depth":4}}"""));
    }

    [Theory]
    [InlineData("area", false)]
    [InlineData("AREA", true)]
    [InlineData("secret", true)]
    [InlineData("stamp", true)]
    [InlineData("hidden", false)]
    [InlineData("_field", false)]
    [InlineData("other", false)]
    public async Task A_member_is_known_where_it_is_to_System_Text_Json(string name, bool isKnown)
    {
        string json = $$"""{"width":2,"height":3,"{{name}}":4}""";

        MimoToolResult result = await Tools.Named("closed").CallAsync($$"""{"value":{{json}}}""");

        Assert.NotEqual(isKnown, result.IsError);
        if (isKnown)
        {
            Assert.Equal(new Closed(2, 3), JsonSerializer.Deserialize<Closed>(json, CamelCase));
        }
        else
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Closed>(json, CamelCase));
        }
    }

    [Fact]
    public async Task A_computed_member_is_no_extension_data_and_is_written_once()
    {
        const string Json = """{"width":2,"twice":4,"more":true}""";

        Assert.Equal(Json, await Tools.Named("open").AnswerAsync("""{"value":{"width":2,"twice":5,"secret":"x","more":true}}"""));
        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Open>("""{"width":2,"twice":5,"secret":"x","more":true}""", CamelCase), CamelCase));
    }

    [Fact]
    public async Task A_case_of_a_union_knows_its_computed_members_too()
    {
        const string Json = """{"$type":"square","side":2,"area":4}""";

        Assert.Equal(Json, await Tools.Named("shape").AnswerAsync($$"""{"value":{{Json}}}"""));
        Assert.Equal(["$.value.other: there is no member 'other' here"], await Tools.Named("shape").ProblemsAsync("""{"value":{"$type":"square","side":2,"other":1}}"""));
    }

    [MimoTool("closed")]
    internal static Closed EchoClosed(Closed value) => value;

    [MimoTool("open")]
    internal static Open EchoOpen(Open value) => value;

    [MimoTool("shape")]
    internal static Shape EchoShape(Shape value) => value;

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Closed(int Width, int Height)
    {
#pragma warning disable CS0414, CA1823, IDE0052 // A private field is no member.
        private readonly int _field = 1;
#pragma warning restore CS0414, CA1823, IDE0052

        [JsonPropertyName("AREA")]
        public int Area => Width * Height;

        [JsonIgnore]
        public string Secret { get; set; } = "";

        [JsonIgnore(Condition = JsonIgnoreCondition.Always)]
        public int Stamp { get; init; }

        internal int Hidden { get; set; }
    }

    public sealed record Open(int Width)
    {
        public int Twice => Width * 2;

        [JsonIgnore]
        public string Secret { get; set; } = "";

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }
    }

    [JsonDerivedType(typeof(Square), "square")]
    public abstract record Shape;

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Square(int Side) : Shape
    {
        public int Area => Side * Side;
    }
}
