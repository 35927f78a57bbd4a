using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>Types that stand for several and are one of several themselves, with System.Text.Json as the judge.</summary>
public sealed partial class NestedUnionTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static TheoryData<Animal> Animals => new() { new Dog("Rex"), new Puppy("Bit", 1), new Puppy("Bit", 1, new Dog("Rex")), new Puppy("Bit", 1, new Puppy("Bob", 2)) };

    [Theory]
    [MemberData(nameof(Animals))]
    public async Task A_case_that_is_a_union_goes_there_and_back_as_both(Animal animal)
    {
        var dog = (Dog)animal;
        string asAnimal = JsonSerializer.Serialize(animal, CamelCase);
        string asDog = JsonSerializer.Serialize(dog, CamelCase);

        foreach (MimoToolSet tools in new[] { AnimalFirst.Tools, DogFirst.Tools })
        {
            string both = $$"""{"animal":{{asAnimal}},"dog":{{asDog}}}""";
            AssertSame(asAnimal, await tools.Named("animal").AnswerAsync($$"""{"value":{{asAnimal}}}"""));
            AssertSame(asDog, await tools.Named("dog").AnswerAsync($$"""{"value":{{asDog}}}"""));
            AssertSame(both, await tools.Named("both").AnswerAsync(both));
        }
    }

    [Fact]
    public void The_schemas_of_both_list_all_cases()
    {
        foreach (MimoToolSet tools in new[] { AnimalFirst.Tools, DogFirst.Tools })
        {
            Assert.Equal(["puppy", "dog"], Cases(tools.Named("animal").Schema()));
            Assert.Equal(["puppy", "dog"], Cases(tools.Named("dog").Schema()));
        }

        static IEnumerable<string?> Cases(JsonElement schema) =>
            schema.GetProperty("anyOf").EnumerateArray().Select(static known => known.GetProperty("properties").GetProperty("$type").GetProperty("const").GetString());
    }

    [Fact]
    public async Task A_case_with_a_converter_of_its_own_is_an_object_only_as_a_case()
    {
        Assert.Equal("\"x\"", await Converted.Tools.Named("code").AnswerAsync("""{"value":"x"}"""));
        Assert.Equal("""{"$type":"code","text":"x"}""", await Converted.Tools.Named("symbol").AnswerAsync("""{"value":{"$type":"code","text":"x"}}"""));
    }

    [Fact]
    public async Task A_type_that_is_not_named_is_not_written_as_its_base()
    {
        foreach (string tool in new[] { "mongrel", "memo" })
        {
            MimoToolResult result = await Strangers.Tools.Named(tool).CallAsync("{}");

            Assert.True(result.IsError, result.Content);
            Assert.Contains("JsonDerivedType", Assert.IsType<NotSupportedException>(result.Exception).Message, StringComparison.Ordinal);
        }

        Assert.Throws<NotSupportedException>(static () => JsonSerializer.Serialize<Animal>(new Mongrel("Rex", "?"), CamelCase));
        Assert.Throws<NotSupportedException>(static () => JsonSerializer.Serialize<Note>(new Memo("a", "b"), CamelCase));
    }

    [Fact]
    public async Task A_type_that_is_not_named_falls_back_where_its_union_says_so()
    {
        AssertSame(JsonSerializer.Serialize<Nearest>(new Nearest.Late("a", 1, 2), CamelCase), await Strangers.Tools.Named("nearest").AnswerAsync("{}"));
        AssertSame(JsonSerializer.Serialize<Basic>(new Basic.Late("a", 1, 2), CamelCase), await Strangers.Tools.Named("basic").AnswerAsync("{}"));
    }

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    internal static partial class AnimalFirst
    {
        [MimoTool("animal")]
        internal static Animal EchoAnimal(Animal value) => value;

        [MimoTool("dog")]
        internal static Dog EchoDog(Dog value) => value;

        [MimoTool("both")]
        internal static Pair EchoBoth(Animal animal, Dog dog) => new(animal, dog);
    }

    internal static partial class DogFirst
    {
        [MimoTool("dog")]
        internal static Dog EchoDog(Dog value) => value;

        [MimoTool("both")]
        internal static ReversePair EchoBoth(Dog dog, Animal animal) => new(dog, animal);

        [MimoTool("animal")]
        internal static Animal EchoAnimal(Animal value) => value;
    }

    internal static partial class Converted
    {
        [MimoTool("symbol")]
        internal static Symbol EchoSymbol(Symbol value) => value;

        [MimoTool("code")]
        internal static Code EchoCode(Code value) => value;
    }

    internal static partial class Strangers
    {
        [MimoTool("mongrel")]
        internal static Animal Find() => new Mongrel("Rex", "?");

        [MimoTool("memo")]
        internal static Note FindMemo() => new Memo("a", "b");

        [MimoTool("nearest")]
        internal static Nearest GiveNearest() => new Nearest.Late("a", 1, 2);

        [MimoTool("basic")]
        internal static Basic GiveBasic() => new Basic.Late("a", 1, 2);
    }

    public sealed record Pair(Animal Animal, Dog Dog);

    public sealed record ReversePair(Dog Dog, Animal Animal);

    [JsonDerivedType(typeof(Dog), "dog")]
    [JsonDerivedType(typeof(Puppy), "puppy")]
    public abstract record Animal(string Name);

    [JsonDerivedType(typeof(Dog), "dog")]
    [JsonDerivedType(typeof(Puppy), "puppy")]
    public record Dog(string Name) : Animal(Name);

    public sealed record Puppy(string Name, int Age, Dog? Parent = null) : Dog(Name);

    public sealed record Mongrel(string Name, string Kind) : Dog(Name);

    [JsonDerivedType(typeof(Errand), "errand")]
    public record Note(string Title);

    public sealed record Errand(string Title, DateOnly Due) : Note(Title);

    public sealed record Memo(string Title, string Text) : Note(Title);

    [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
    [JsonDerivedType(typeof(Early), "early")]
    public record Nearest(string Title)
    {
        public record Early(string Title, int Hour) : Nearest(Title);

        public sealed record Late(string Title, int Hour, int Minute) : Early(Title, Hour);
    }

    [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
    [JsonDerivedType(typeof(Early), "early")]
    public record Basic(string Title)
    {
        public record Early(string Title, int Hour) : Basic(Title);

        public sealed record Late(string Title, int Hour, int Minute) : Early(Title, Hour);
    }

    [JsonDerivedType(typeof(Code), "code")]
    public abstract record Symbol;

    [JsonConverter(typeof(CodeConverter))]
    public sealed record Code(string Text) : Symbol;

    public sealed class CodeConverter : JsonConverter<Code>
    {
        public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
