using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>The types that tools can stand in, whatever their kind, place and name.</summary>
public class HolderTests
{
    [Theory]
    [InlineData("public static partial class Holder")]
    [InlineData("public partial class Holder")]
    [InlineData("public sealed partial class Holder")]
    [InlineData("public abstract partial class Holder")]
    [InlineData("internal partial class Holder")]
    [InlineData("public partial struct Holder")]
    [InlineData("public readonly partial struct Holder")]
    [InlineData("public partial record Holder")]
    [InlineData("public partial record class Holder")]
    [InlineData("public partial record struct Holder")]
    [InlineData("public readonly partial record struct Holder")]
    [InlineData("public partial record Holder(int Seed = 1)")]
    [InlineData("public partial class Holder : System.IDisposable { public void Dispose() { } } public partial class Holder")]
    public async Task Static_tools_of_any_type(string declaration)
    {
        MimoToolSet tools = GeneratorHarness.Check($$"""
            {{declaration}}
            {
                [Mimo.MimoTool]
                public static int Double(int number) => number * 2;

                [Mimo.MimoTool]
                private static int Triple(int number) => number * 3;
            }
            """).LoadTools("Holder");

        Assert.Equal(["double", "triple"], tools.Select(static tool => tool.Name));
        Assert.Equal("42", await tools[0].CallAsync("{\"number\":21}"));
        Assert.Equal("42", await tools[1].CallAsync("{\"number\":14}"));
    }

    [Theory]
    [InlineData("public partial class Holder", "21")]
    [InlineData("public sealed partial class Holder", "21")]
    [InlineData("internal partial class Holder", "21")]
    [InlineData("public partial record Holder", "21")]
    [InlineData("public partial record struct Holder", "0")]
    [InlineData("public partial struct Holder", "0")]
    [InlineData("public readonly partial struct Holder", "0")]
    public async Task Instance_tools_of_any_type(string declaration, string expected)
    {
        string seed = declaration.Contains("struct", StringComparison.Ordinal) ? "private int Seed => 0;" : "private int Seed { get; } = 21;";
        MimoToolSet tools = GeneratorHarness.Check($$"""
            {{declaration}}
            {
                {{seed}}

                [Mimo.MimoTool]
                public int Own() => Seed;

                [Mimo.MimoTool]
                public static int Shared() => 42;
            }
            """).LoadInstanceTools("Holder");

        Assert.Equal(["own", "shared"], tools.Select(static tool => tool.Name));
        Assert.Equal(expected, await tools[0].CallAsync("{}"));
        Assert.Equal("42", await tools[1].CallAsync("{}"));
    }

    [Fact]
    public void Nested_types_of_all_kinds_and_the_global_namespace()
    {
        CheckedOutput output = GeneratorHarness.Check("""
            public partial interface IOuter
            {
                public partial record struct Middle
                {
                    private static partial class Hidden
                    {
                        protected internal partial record Inner
                        {
                            [Mimo.MimoTool]
                            public static string Call() => "deep";
                        }
                    }
                }
            }
            """);

        Assert.Equal("call", Assert.Single(output.LoadTools("IOuter+Middle+Hidden+Inner")).Name);
    }

    [Fact]
    public async Task A_derived_type_with_tools_of_its_own()
    {
        CheckedOutput output = GeneratorHarness.Check("""
            public partial class Animal
            {
                [Mimo.MimoTool]
                public virtual string Speak() => "…";
            }

            public partial class Dog : Animal
            {
                public override string Speak() => "Woof";

                [Mimo.MimoTool]
                public string Fetch() => "stick";
            }
            """);

        Assert.Equal("speak", Assert.Single(output.LoadInstanceTools("Animal")).Name);
        MimoToolSet tools = output.LoadInstanceTools("Dog");
        Assert.Equal(["speak", "fetch"], tools.Select(static tool => tool.Name));
        Assert.Equal("Woof", await tools[0].CallAsync("{}"));
        Assert.Equal("stick", await tools[1].CallAsync("{}"));
    }

    [Fact]
    public async Task A_derived_type_has_the_tools_of_all_its_bases_and_its_own_in_their_place()
    {
        CheckedOutput output = GeneratorHarness.Check("""
            using Mimo;

            public partial class First
            {
                [MimoTool] public static string Alpha() => "first";
                [MimoTool] public virtual string Beta() => "first";
                [MimoTool] public string Gamma() => "first";
            }

            public class Between : First
            {
                public override string Beta() => "between";
            }

            public partial class Second : Between
            {
                [MimoTool("delta")] public static string Fourth() => "second";
                [MimoTool] public override string Beta() => "second";
                [MimoTool] public new string Gamma() => "second";
            }

            public partial class Third : Second
            {
                [MimoTool] public static string Epsilon() => "third";

                public partial class Nested : Third
                {
                    [MimoTool] public string Zeta() => "nested";
                    [MimoTool] public override string Beta() => "nested";
                }
            }
            """);

        Assert.Equal(["alpha first", "beta first", "gamma first"], await AnswersAsync(output.LoadInstanceTools("First")));
        Assert.Equal(["alpha first", "beta second", "gamma second", "delta second"], await AnswersAsync(output.LoadInstanceTools("Second")));
        Assert.Equal(["alpha first", "beta second", "gamma second", "delta second", "epsilon third"], await AnswersAsync(output.LoadInstanceTools("Third")));
        Assert.Equal(["alpha first", "beta nested", "gamma second", "delta second", "epsilon third", "zeta nested"], await AnswersAsync(output.LoadInstanceTools("Third+Nested")));
    }

    [Fact]
    public async Task Static_tools_are_inherited_too()
    {
        CheckedOutput output = GeneratorHarness.Check("""
            using Mimo;

            public partial class First { [MimoTool] public static string Alpha() => "first"; [MimoTool] public static string Beta() => "first"; }
            public partial class Second : First { [MimoTool] public static new string Beta() => "second"; [MimoTool] public static string Gamma() => "second"; }
            public partial class Third : Second { [MimoTool] public string Delta() => "third"; }
            """);

        Assert.Equal(["alpha first", "beta second", "gamma second"], await AnswersAsync(output.LoadTools("Second")));
        Assert.Equal(["alpha first", "beta second", "gamma second", "delta third"], await AnswersAsync(output.LoadInstanceTools("Third")));
    }

    [Fact]
    public async Task Tools_written_by_hand_are_inherited_and_other_things_of_that_name_are_hidden()
    {
        CheckedOutput output = GeneratorHarness.Check("""
            using Mimo;

            public class Written { public MimoToolSet Tools { get; } = new(new[] { new MimoTool("alpha", "", "{}"u8.ToArray(), (_, _, _) => new(MimoToolResult.FromText("written"))) }); }
            public partial class First : Written { [MimoTool] public string Beta() => "first"; }
            public class Box { public string Tools => "hammer"; }
            public partial class Second : Box { [MimoTool] public string Alpha() => "second"; }
            public partial class Broken { }
            public partial class Third : Broken { [MimoTool] public string Alpha() => "third"; }
            """);

        Assert.Equal(["alpha written", "beta first"], await AnswersAsync(output.LoadInstanceTools("First")));
        Assert.Equal(["alpha second"], await AnswersAsync(output.LoadInstanceTools("Second")));
        Assert.Equal(["alpha third"], await AnswersAsync(output.LoadInstanceTools("Third")));
    }

    private static async Task<IEnumerable<string>> AnswersAsync(MimoToolSet tools)
    {
        var answers = new List<string>();
        foreach (MimoTool tool in tools)
        {
            answers.Add($"{tool.Name} {await tool.CallAsync("{}")}");
        }

        return answers;
    }

    [Fact]
    public void A_ref_struct_with_static_tools() =>
        GeneratorHarness.Check("public ref partial struct Holder { [Mimo.MimoTool] public static int Call() => 1; }");
}
