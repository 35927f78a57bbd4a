using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>What is said of the members of types that the model fills, at the members themselves.</summary>
public class MemberRuleTests
{
    [Theory]
    [InlineData("public class Data { public int {|MIMO007:Number|} { get; } }")]
    [InlineData("public class Data { public int {|MIMO007:Number|} { get; private set; } }")]
    [InlineData("public class Data { public System.Collections.Generic.List<int> {|MIMO007:Items|} { get; } = []; }")]
    [InlineData("public record Data(int Number) { public int {|MIMO007:Other|} { get; } = 3; }")]
    [InlineData("public class Data { public int Number { get; init; } }")]
    [InlineData("public class Data(int number) { public int Number { get; } = number; }")]
    [InlineData("public record Data(int Number) { public int Twice => Number * 2; public int Thrice { get { return Number * 3; } } }")]
    [InlineData("public class Data { [System.Text.Json.Serialization.JsonIgnore] public int Number { get; } }")]
    [InlineData("public class Data { [System.Text.Json.Serialization.JsonInclude] public int Number { get; internal set; } }")]
    [InlineData("public class Data { \n#pragma warning disable MIMO007\npublic int Number { get; } }")]
    public Task Data_can_be_set(string type) => Check("MIMO007", type);

    [Fact]
    public Task A_member_that_many_tools_reach_is_told_of_once() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        public class Data { public int {|MIMO007:Number|} { get; } }

        public partial class Holder
        {
            [Mimo.MimoTool] public static void A(Data data) { }
            [Mimo.MimoTool] public static void B(System.Collections.Generic.List<Data> data) { }
        }
        """);

    [Fact]
    public Task A_member_that_a_tool_a_prompt_and_a_draft_share_is_told_of_once() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        [MimoOutput] public partial class Data { public int {|MIMO007:Fixed|} { get; } public long {|MIMO017:Number|} { get; set; } }

        public partial class Holder { [MimoTool] public static void A(Data data) { } }

        [MimoPrompt] public partial interface IAsk { [UserPrompt("Ask.")] Task<Data> AskAsync(CancellationToken cancellationToken); }
        """);

    [Fact]
    public Task Data_that_is_only_sent_need_not_be_settable() => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO007", """
        public class Data { public int Number { get; } }

        public partial class Holder { [Mimo.MimoTool] public static Data A() => new(); }
        """);

    [Fact]
    public Task Data_that_is_never_read_may_be_of_any_type() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        public record Data(int Number) { public System.IO.Stream? File => null; public System.Action Call { get { return () => { }; } } }

        public partial class Holder { [Mimo.MimoTool] public static void A(Data data) { } }
        """);

    [Theory]
    [InlineData("public record Data(int Number, Data? {|MIMO020:Next|});")]
    [InlineData("public record Data(System.Collections.Generic.List<Data> {|MIMO020:Items|}, System.Collections.Generic.Dictionary<string, int> Map);")]
    [InlineData("public class Data { public Inner? Inner { get; set; } } public class Inner { public Data[]? {|MIMO020:Up|} { get; set; } public int After { get; set; } }")]
    [InlineData("public record Data([System.ComponentModel.DataAnnotations.MaxLength(3)] System.Collections.Generic.List<Data> Items);")]
    [InlineData("public record Data(System.Collections.Generic.List<Inner> Items); public record Inner([property: System.ComponentModel.DataAnnotations.MaxLength(3)] System.Collections.Generic.List<Inner> Items);")]
    [InlineData("public record Data(Inner First, Inner Second); public record Inner(int Number);")]
    [InlineData("\n#pragma warning disable MIMO020\npublic record Data(int Number, Data? Next);")]
    public Task Recursion_has_a_bound(string type) => Check("MIMO020", type);

    [Theory]
    [InlineData("MIMO016", "public record Data([property: System.ComponentModel.DataAnnotations.RegularExpression({|MIMO016:\"(?i)a\"|})] string Word);")]
    [InlineData("MIMO016", "public class Data { [System.ComponentModel.DataAnnotations.RegularExpression({|MIMO016:\"(?i)a\"|})] public string Word { get; set; } = \"\"; }")]
    [InlineData("MIMO017", "public record Data({|MIMO017:long|} Id, int Number);")]
    [InlineData("MIMO017", "public class Data { public long {|MIMO017:Id|} { get; set; } }")]
    [InlineData("MIMO018", "[System.Flags] public enum Days { Monday = 1 } public record Data({|MIMO018:Days|} Days);")]
    public Task What_is_said_of_parameters_is_said_of_members_too(string rule, string type) => Check(rule, type);

    [Fact]
    public Task Prompts_hear_of_the_members_of_their_answers() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        using Mimo;

        public class Data { public int {|MIMO007:Number|} { get; } public Data? {|MIMO020:Next|} { get; set; } }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("x")]
            System.Threading.Tasks.Task<Data> AskAsync(System.Threading.CancellationToken cancellationToken = default);
        }
        """);

    private static Task Check(string rule, string type) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>(rule, $$"""
        {{type}}

        public partial class Holder { [Mimo.MimoTool] public static void Call(Data data) { } }
        """);
}
