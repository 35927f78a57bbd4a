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
