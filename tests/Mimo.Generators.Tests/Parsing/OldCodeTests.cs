using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>Code written in older ways gets generated code without a warning too.</summary>
public class OldCodeTests
{
    [Fact]
    public void Code_without_nullable_annotations() => GeneratorHarness.Check("""
        #nullable disable
        using System.Collections.Generic;

        public record Data(string Name, List<string> Tags, Data Next, Dictionary<string, List<string>> Map, string[][] Table);

        public class Plain
        {
            public string Name { get; set; }

            public List<Plain> More { get; set; } = new List<Plain>();

            public HashSet<System.Uri> Links { get; init; }
        }

        public partial class Holder
        {
            [Mimo.MimoTool]
            public Data Call(Data data, List<string> names, Dictionary<string, Data> map, string text = null, params string[] more) => data;

            [Mimo.MimoTool]
            public System.Threading.Tasks.Task<List<string>> List(Plain plain) => System.Threading.Tasks.Task.FromResult(plain.More[0].More.ConvertAll(p => p.Name));

            [Mimo.MimoTool]
            public System.Threading.Tasks.Task<string> Text(Plain plain) => System.Threading.Tasks.Task.FromResult(plain.Name);

            [Mimo.MimoTool]
            public KeyValuePair<string, Plain> Pair(KeyValuePair<string, Plain> pair, IEnumerable<KeyValuePair<string, string>> pairs) => pair;
        }

        #nullable enable
        public partial class Strict
        {
            [Mimo.MimoTool]
            public List<string> Pair(KeyValuePair<string, Plain> pair, List<string> names, List<string?> more, KeyValuePair<string, string> last) => names;
        }
        """);

    [Fact]
    public void What_must_be_given_in_code_without_nullable_annotations_is_required_and_not_null()
    {
        System.Text.Json.JsonElement schema = Assert.Single(GeneratorHarness.Check("""
            #nullable disable
            public record Place(string Name);

            public static partial class Trips
            {
                [Mimo.MimoTool]
                public static string Plan(string city, Place place, string[] days, string language = "en", string hint = null) => city;
            }
            """).LoadTools("Trips")).Schema();

        Assert.Equal("""["city","place","days"]""", schema.GetProperty("required").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.DoesNotContain("null", schema.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_in_code_without_nullable_annotations_is_the_object_itself()
    {
        const string Code = "using System.Threading.Tasks; using Mimo; public record Place(int Rank, int Days); [MimoPrompt] public partial interface IAsk { [UserPrompt(\"x\")] Task<Place> AskAsync(); }";
        System.Collections.Immutable.ImmutableSortedDictionary<string, string> plain = GeneratorHarness.Check("#nullable disable\n" + Code).Sources;
        System.Collections.Immutable.ImmutableSortedDictionary<string, string> annotated = GeneratorHarness.Check("#nullable enable\n" + Code).Sources;

        string prompt = Assert.Single(annotated.Keys, static name => name.StartsWith("IAsk.Prompt.", StringComparison.Ordinal));
        Assert.Equal(annotated[prompt], plain[prompt]);
    }

    [Fact]
    public void Obsolete_types_and_methods() => GeneratorHarness.Check("""
        [System.Obsolete("Old.")]
        public enum Mode { On, [System.Obsolete] Off }

        [System.Obsolete("Old.")]
        public record Data(Mode Mode) { [System.Obsolete] public int Number { get; set; } }

        public partial class Holder
        {
            [Mimo.MimoTool]
            [System.Obsolete("Old.")]
            public Data Call(Data data, Mode mode = Mode.On) => data;
        }
        """);
}
