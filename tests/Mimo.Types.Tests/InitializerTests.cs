using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>What a member holds that is left out.</summary>
public sealed partial class InitializerTests
{
    [Fact]
    public async Task A_member_whose_initializer_only_quiets_the_compiler_is_required()
    {
        Assert.Equal(
            ["$.value.name: missing; expected a string", "$.value.title: missing; expected a string", "$.value.items: missing; expected an array"],
            await Tools.Named("quiet").ProblemsAsync("""{"value":{}}"""));
        Assert.Equal(
            """{"name":"a","title":"b","items":[],"free":null,"text":"own"}""",
            await Tools.Named("quiet").AnswerAsync("""{"value":{"name":"a","title":"b","items":[]}}"""));
    }

    [Fact]
    public async Task Extension_data_that_is_left_out_keeps_its_initializer()
    {
        Assert.Equal("""{"name":"own","own":1}""", await Tools.Named("rest").AnswerAsync("""{"value":{}}"""));
        Assert.Equal("""{"name":"a","more":[2]}""", await Tools.Named("rest").AnswerAsync("""{"value":{"more":[2],"name":"a"}}"""));
    }

    [Fact]
    public async Task A_member_that_is_left_out_keeps_what_the_constructor_of_a_derived_type_gave_it()
    {
        Assert.Equal("""{"kind":"dog","legs":4}""", await Tools.Named("dog").AnswerAsync("""{"value":{}}"""));
        Assert.Equal("""{"kind":"fox","legs":3}""", await Tools.Named("dog").AnswerAsync("""{"value":{"kind":"fox","legs":3}}"""));
        Assert.Equal("""{"kind":"dog","legs":4}""", await Tools.Named("puppy").AnswerAsync("""{"value":{}}"""));
    }

    [MimoTool("dog")]
    internal static Dog EchoDog(Dog value) => value;

    [MimoTool("puppy")]
    internal static Puppy EchoPuppy(Puppy value) => value;

    [MimoTool("quiet")]
    internal static Quiet EchoQuiet(Quiet value) => value;

    [MimoTool("rest")]
    internal static Rest EchoRest(Rest value) => value;

    public class Animal
    {
        public string? Kind { get; init; }

        public int? Legs { get; init; }
    }

    public class Dog : Animal
    {
        public Dog()
        {
            Kind = "dog";
            Legs = 4;
        }
    }

    public sealed class Puppy : Dog;

    public sealed class Quiet
    {
        public string Name { get; set; } = null!;

        public string Title { get; init; } = default!;

        public List<int> Items { get; set; } = (null!);

        public string? Free { get; init; }

        public string Text { get; set; } = "own";
    }

    public sealed class Rest
    {
        public string Name { get; init; } = "own";

        [JsonExtensionData]
        public Dictionary<string, JsonElement> @else { get; init; } = new() { ["own"] = JsonDocument.Parse("1").RootElement };
    }
}
