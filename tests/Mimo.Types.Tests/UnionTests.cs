using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>Types that stand for several, with System.Text.Json as the judge of those that it knows too.</summary>
public sealed partial class UnionTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static TheoryData<Animal> Animals => new()
    {
        new Dog("Rex", 3),
        new Puppy("Bit", 1, "Rex"),
        new Cat("Tom"),
        new Cat("Tom", new Dog("Rex", 0)),
    };

    [Theory]
    [MemberData(nameof(Animals))]
    public async Task A_value_goes_there_and_back_as_System_Text_Json_writes_and_reads_it(Animal animal)
    {
        string json = JsonSerializer.Serialize(animal, CamelCase);

        string answer = await Tools.Named("animal").AnswerAsync($$"""{"value":{{json}}}""");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(answer)), answer);
        Assert.Equal(animal, JsonSerializer.Deserialize<Animal>(answer, CamelCase));
    }

    [Fact]
    public async Task The_discriminator_may_stand_anywhere() =>
        Assert.Equal("""{"kind":"dog","name":"Rex","barks":3}""", await Tools.Named("animal").AnswerAsync("""{"value":{"barks":3,"extra":{"kind":"cat"},"name":"Rex","kind":"DOG"}}"""));

    /// <summary>To know the last, every value would have to be read twice to its end.</summary>
    [Fact]
    public async Task Of_a_discriminator_that_comes_twice_the_first_counts() =>
        Assert.Equal("""{"kind":"dog","name":"Rex","barks":3}""", await Tools.Named("animal").AnswerAsync("""{"value":{"name":"Tom","kind":"dog","barks":3,"kind":"cat","name":"Rex"}}"""));

    [Fact]
    public async Task A_missing_or_unknown_discriminator_is_told_with_the_values_allowed()
    {
        IReadOnlyList<string> problems = await Tools.Named("zoo").ProblemsAsync("""{"value":[{"name":"Rex"},{"kind":"cow","name":"Moo"},{"kind":"dog","name":"Rex"},7]}""");

        Assert.Equal(
            [
                """$.value[0].kind: missing; expected one of "puppy", "dog", "cat" """.TrimEnd(),
                """$.value[1].kind: expected one of "puppy", "dog", "cat", but got the string "cow" """.TrimEnd(),
                "$.value[2].barks: missing; expected an integer",
                "$.value[3]: expected an object, but got the number 7",
            ],
            problems);
    }

    [Fact]
    public void The_schema_lists_every_case_with_its_discriminator()
    {
        JsonElement[] cases = Tools.Named("animal").Schema().GetProperty("anyOf").EnumerateArray().ToArray();

        Assert.Equal(["puppy", "dog", "cat"], cases.Select(static known => known.GetProperty("properties").GetProperty("kind").GetProperty("const").GetString()));
        Assert.All(cases, static known => Assert.Contains("kind", known.GetProperty("required").EnumerateArray().Select(static name => name.GetString())));
    }

    [Theory]
    [InlineData("""{"$type":"Circle","radius":2.5}""")]
    [InlineData("""{"$type":"Group","shapes":[{"$type":"Square","side":1},{"$type":"Group","shapes":[]}]}""")]
    public async Task A_closed_hierarchy_needs_no_attributes(string json) =>
        Assert.Equal(json, await Tools.Named("shape").AnswerAsync($$"""{"value":{{json}}}"""));

    [Theory]
    [InlineData("""{"$type":"Found","value":[1,2]}""")]
    [InlineData("""{"$type":"Missing","reason":"x"}""")]
    [InlineData("""{"$type":"Several","more":[[1],[2]]}""")]
    public async Task A_generic_hierarchy_is_closed_with_its_base(string json) =>
        Assert.Equal(json, await Tools.Named("outcome").AnswerAsync($$"""{"value":{{json}}}"""));

    [Fact]
    public async Task A_concrete_base_is_a_case_without_discriminator()
    {
        Assert.Equal("""{"title":"a"}""", await Tools.Named("note").AnswerAsync("""{"value":{"title":"a"}}"""));
        Assert.Equal("""{"$type":7,"title":"a","due":"2026-03-20"}""", await Tools.Named("note").AnswerAsync("""{"value":{"due":"2026-03-20","$type":7,"title":"a"}}"""));
    }

    [Fact]
    public async Task Results_need_no_discriminators() =>
        Assert.Equal(JsonSerializer.Serialize<Event[]>([new Started(1), new Ended("x")], CamelCase), await Tools.Named("events").AnswerAsync("{}"));

    [Fact]
    public async Task A_case_that_refuses_strangers_knows_its_discriminator()
    {
        Assert.Equal("""{"$type":"strict","a":1}""", await Tools.Named("guarded").AnswerAsync("""{"value":{"a":1,"$type":"strict"}}"""));
        Assert.Equal(["$.value.b: there is no member 'b' here"], await Tools.Named("guarded").ProblemsAsync("""{"value":{"$type":"strict","a":1,"b":2}}"""));
    }

    [Fact]
    public async Task A_case_that_collects_strangers_knows_its_discriminator()
    {
        foreach (string json in new[] { """{"$type":"open","a":1,"more":[2]}""", """{"a":1,"more":[2],"$type":"OPEN"}""" })
        {
            string answer = await Tools.Named("guarded").AnswerAsync($$"""{"value":{{json}}}""");

            Assert.Equal("""{"$type":"open","a":1,"more":[2]}""", answer);
            Assert.Equal(["more"], Assert.IsType<Open>(JsonSerializer.Deserialize<Guarded>(answer, CamelCase)).More!.Keys);
        }

        Assert.Equal("""{"$type":"open","a":1}""", await Tools.Named("forged").AnswerAsync("{}"));
    }

    [Fact]
    public async Task The_same_type_outside_of_its_union_has_no_discriminator()
    {
        Assert.Equal(["$.value[\"$type\"]: there is no member '$type' here"], await Tools.Named("strict").ProblemsAsync("""{"value":{"$type":"strict","a":1}}"""));
        Assert.Equal("""{"a":1,"$type":"x"}""", await Tools.Named("open").AnswerAsync("""{"value":{"$type":"x","a":1}}"""));
    }

    [Fact]
    public async Task A_union_as_text_is_unpacked() =>
        Assert.Equal("""{"kind":"cat","name":"Tom","friend":null}""", await Tools.Named("animal").AnswerAsync("""{"value":"{\"kind\":\"cat\",\"name\":\"Tom\"}"}"""));

    [Fact]
    public async Task A_value_of_a_type_that_is_not_named_is_an_error_and_not_a_loss()
    {
        MimoToolResult result = await Tools.Named("stranger").CallAsync("{}");

        Assert.True(result.IsError);
        Assert.Contains("JsonDerivedType", Assert.IsType<NotSupportedException>(result.Exception).Message, StringComparison.Ordinal);
    }

    [MimoTool("animal")]
    internal static Animal EchoAnimal(Animal value) => value;

    [MimoTool("zoo")]
    internal static int CountAnimals(List<Animal> value) => value.Count;

    [MimoTool("shape")]
    internal static Shape EchoShape(Shape value) => value;

    [MimoTool("outcome")]
    internal static Outcome<int[]> EchoOutcome(Outcome<int[]> value) => value;

    [MimoTool("note")]
    internal static Note EchoNote(Note value) => value;

    [MimoTool("guarded")]
    internal static Guarded EchoGuarded(Guarded value) => value;

    [MimoTool("forged")]
    internal static Guarded Forged() => new Open(1) { More = new() { ["$type"] = JsonDocument.Parse("1").RootElement } };

    [MimoTool("events")]
    internal static Event[] GetEvents() => [new Started(1), new Ended("x")];

    [MimoTool("strict")]
    internal static Strict EchoStrict(Strict value) => value;

    [MimoTool("open")]
    internal static Open EchoOpen(Open value) => value;

    [MimoTool("stranger")]
    internal static Animal Stranger() => new Fish("Wanda");

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Dog), "dog")]
    [JsonDerivedType(typeof(Puppy), "puppy")]
    [JsonDerivedType(typeof(Cat), "cat")]
    public abstract record Animal(string Name);

    public record Dog(string Name, int Barks) : Animal(Name);

    public sealed record Puppy(string Name, int Barks, string Parent) : Dog(Name, Barks);

    public sealed record Cat(string Name, Animal? Friend = null) : Animal(Name);

    public sealed record Fish(string Name) : Animal(Name);

    public abstract record Shape
    {
        private Shape()
        {
        }

        public sealed record Circle(double Radius) : Shape;

        public sealed record Square(double Side) : Shape;

        public sealed record Group(List<Shape> Shapes) : Shape;
    }

    public abstract record Outcome<T>
    {
        public sealed record Found(T Value) : Outcome<T>;

        public sealed record Missing(string Reason) : Outcome<T>;
    }

    public sealed record Several<TItem>(List<TItem> More) : Outcome<TItem>;

    public sealed record OnlyWhole(int Number) : Outcome<int>;

    [JsonDerivedType(typeof(Started))]
    [JsonDerivedType(typeof(Ended))]
    public abstract record Event;

    public sealed record Started(int Number) : Event;

    public sealed record Ended(string Reason) : Event;

    [JsonDerivedType(typeof(Strict), "strict")]
    [JsonDerivedType(typeof(Open), "open")]
    public abstract record Guarded;

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Strict(int A) : Guarded;

    public sealed record Open(int A) : Guarded
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? More { get; set; }
    }

    [JsonDerivedType(typeof(Note.Errand), 7)]
    public record Note(string Title)
    {
        public sealed record Errand(string Title, DateOnly Due) : Note(Title);
    }
}
