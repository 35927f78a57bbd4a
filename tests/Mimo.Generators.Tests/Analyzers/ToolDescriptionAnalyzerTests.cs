using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class ToolDescriptionAnalyzerTests
{
    [Theory]
    [InlineData("Finds a customer.", "{|MIMO046:B|}", "Finds a customer.")]
    [InlineData("Finds a customer.", "{|MIMO046:B|}", "finds the customer")]
    [InlineData("Finds the customers whose open orders were not yet paid.", "{|MIMO046:B|}", "Finds the customers whose open orders were not paid yet.")]
    [InlineData("Finds a customer.", "B", "Finds an order.")]
    [InlineData("Finds a customer by the number.", "B", "Finds a customer by the name.")]
    [InlineData("", "B", "")]
    [InlineData("Finds an order.", "{|MIMO046:B|}", "Finds order")]
    [InlineData("one two three four five six seven eight nine", "{|MIMO046:B|}", "one two three four five six seven eight nine ten")]
    [InlineData("one two three four five six seven eight nine ten", "{|MIMO046:B|}", "one two three four five six seven eight nine")]
    [InlineData("one two three four five six seven eight", "B", "one two three four five six seven eight nine")]
    [InlineData("one two three four five six seven eight nine ten", "B", "one two three four five six seven eight nine eleven")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t", "{|MIMO046:B|}", "a b c d e f g h i j k l m n o p q r s u")]
    public Task Tools_of_a_set_are_told_apart(string first, string secondName, string second) => AnalyzerCheck.RunRuleAsync<ToolDescriptionAnalyzer>("MIMO046", $$"""
        partial class Holder
        {
            /// <summary>{{first}}</summary>
            [Mimo.MimoTool] static void A() { }

            /// <summary>{{second}}</summary>
            [Mimo.MimoTool] static void {{secondName}}() { }
        }
        """);

    [Fact]
    public Task Tools_of_different_types_and_methods_that_are_no_tools_do_not_count() => AnalyzerCheck.RunRuleAsync<ToolDescriptionAnalyzer>("MIMO046", """
        partial class First { [Mimo.MimoTool(Description = "Finds a customer.")] static void A() { } }

        partial class Second
        {
            [Mimo.MimoTool(Description = "Finds a customer.")] static void A() { }

            [System.ComponentModel.Description("Finds a customer.")] static void B() { }
        }
        """);

    [Fact]
    public Task In_large_sets_only_equal_words_count() => AnalyzerCheck.RunRuleAsync<ToolDescriptionAnalyzer>("MIMO046", $$"""
        partial class Holder
        {
            {{Tool("Near", "one two three four five six seven eight nine")}}
            {{Tool("{|MIMO046:StillNear|}", "one two three four five six seven eight nine ten")}}
            {{string.Concat(Enumerable.Range(0, 62).Select(static number => Tool($"Other{number}", $"Word{number} tells it apart")))}}
            {{Tool("NearNoMore", "one two three four five six seven eight nine eleven")}}
            {{Tool("{|MIMO046:Equal|}", "Nine eight seven six five four three two one.")}}
            {{Tool("Different", "one two three four five six seven eight nought")}}
        }
        """);

    [Fact]
    public Task The_message_names_both_and_a_pragma_silences_it() => AnalyzerCheck.RunAsync<ToolDescriptionAnalyzer>(
        """
        partial class Holder
        {
            [Mimo.MimoTool(Description = "Finds a customer.")] static void A() { }

            [Mimo.MimoTool(Description = "Finds a customer.")] static void {|#0:B|}() { }

            #pragma warning disable MIMO046
            [Mimo.MimoTool(Description = "Finds a customer.")] static void C() { }
        }
        """,
        new DiagnosticResult("MIMO046", DiagnosticSeverity.Info).WithLocation(0)
            .WithMessage("'B' and 'A' are described in nearly the same words: say in each when to use it rather than the other"));

    private static string Tool(string name, string description) => $"[Mimo.MimoTool(Description = \"{description}\")] static void {name}() {{ }}\n";

    [Fact]
    public async Task A_parameter_says_what_it_takes()
    {
        await AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
            "partial class Holder { [Mimo.MimoTool] static void A({|#0:System.Text.Json.JsonElement|} data) { } }",
            new DiagnosticResult("MIMO045", DiagnosticSeverity.Info).WithLocation(0)
                .WithMessage("'data' is JsonElement, so the model is told nothing of what to send: use a type that names its members"));
        await AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO045", """
            using System.Collections.Generic;
            using System.Text.Json.Nodes;

            partial class Holder
            {
                [Mimo.MimoTool] static void A({|MIMO045:object|} data, {|MIMO045:JsonObject?|} more, Dictionary<string, int> pairs, [Mimo.FromServices] object service) { }

                static void B(object data) { }

            #pragma warning disable MIMO045
                [Mimo.MimoTool] static void C(object data) { }
            }
            """);
    }

    [Fact]
    public async Task A_result_says_what_it_holds()
    {
        await AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
            "partial class Holder { [Mimo.MimoTool] static {|#0:object|} A() => 1; }",
            new DiagnosticResult("MIMO045", DiagnosticSeverity.Info).WithLocation(0)
                .WithMessage("What 'A' returns is written without reflection, so where it is object, only JSON, basic values, dictionaries and sequences can stand: use a type that names its members"));
        await AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO045", """
            using System.Collections.Generic;
            using System.Text.Json.Nodes;
            using System.Threading.Tasks;

            public record Data(object Free);

            partial class Holder
            {
                [Mimo.MimoTool] static {|MIMO045:Dictionary<string, object?>|} A() => [];
                [Mimo.MimoTool] static Task<{|MIMO045:Data|}> B() => throw null!;
                [Mimo.MimoTool] static JsonNode C() => 1;
                [Mimo.MimoTool] static Dictionary<string, int> D() => [];

            #pragma warning disable MIMO045
                [Mimo.MimoTool] static object E() => 1;
            }
            """);
    }
}
