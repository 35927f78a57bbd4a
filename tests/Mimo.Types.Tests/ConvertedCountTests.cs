using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>How many items collections have that a member's own converter reads, whatever their JSON is.</summary>
public sealed partial class ConvertedCountTests
{
    [Theory]
    [InlineData("""{"list":"a,b","sequence":"a,b","array":"a,b","pairs":"a,b","map":"a,b"}""")]
    [InlineData(
        """{"list":"a","sequence":"a","array":"a","pairs":"a","map":"a"}""",
        "$.value.list: expected at least 2 items, but got 1",
        "$.value.sequence: expected at least 2 items, but got 1",
        "$.value.array: expected at least 2 items, but got 1",
        "$.value.pairs: expected at least 2 items, but got 1",
        "$.value.map: expected at least 2 entries, but got 1")]
    public async Task Items_that_a_members_converter_reads_are_counted(string value, params string[] problems)
    {
        string arguments = $$"""{"value":{{value}}}""";
        if (problems.Length == 0)
        {
            Assert.Equal("10", await Tools.Named("split").AnswerAsync(arguments));
        }
        else
        {
            Assert.Equal(problems, await Tools.Named("split").ProblemsAsync(arguments));
        }
    }

    [Fact]
    public void Pairs_in_a_list_are_items_and_those_of_a_dictionary_entries()
    {
        JsonElement members = Tools.Named("split").Schema().GetProperty("properties");

        Assert.Equal("""{"description":"at least 2 items","minItems":2}""", members.GetProperty("pairs").GetRawText());
        Assert.Equal("""{"description":"at least 2 entries","minProperties":2}""", members.GetProperty("map").GetRawText());
    }

    [MimoTool("split")]
    internal static int Count(Split value) => value.List.Count + value.Sequence.Count() + value.Array.Length + value.Pairs.Count + value.Map.Count;

    public sealed record Split(
        [property: JsonConverter(typeof(ListConverter)), MinLength(2)] List<string> List,
        [property: JsonConverter(typeof(SequenceConverter)), MinLength(2)] IEnumerable<string> Sequence,
        [property: JsonConverter(typeof(ArrayConverter)), MinLength(2)] string[] Array,
        [property: JsonConverter(typeof(PairsConverter)), MinLength(2)] List<KeyValuePair<string, int>> Pairs,
        [property: JsonConverter(typeof(MapConverter)), MinLength(2)] IReadOnlyDictionary<string, int> Map);

    public sealed class ListConverter() : SplitConverter<List<string>>(static parts => [.. parts]);

    public sealed class SequenceConverter() : SplitConverter<IEnumerable<string>>(static parts => parts);

    public sealed class ArrayConverter() : SplitConverter<string[]>(static parts => parts);

    public sealed class PairsConverter() : SplitConverter<List<KeyValuePair<string, int>>>(static parts => [.. parts.Select(static part => KeyValuePair.Create(part, 1))]);

    public sealed class MapConverter() : SplitConverter<IReadOnlyDictionary<string, int>>(static parts => parts.ToDictionary(static part => part, static _ => 1));

    public abstract class SplitConverter<T>(Func<string[], T> make) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetString()!.Split(','));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
