using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class MigrationAnalyzerTests
{
    /// <summary>Stand-ins for the other libraries, as far as their names go.</summary>
    internal const string Others = """
        namespace Microsoft.SemanticKernel
        {
            class KernelFunctionAttribute : System.Attribute { public KernelFunctionAttribute() { } public KernelFunctionAttribute(string name) { } }
        }

        namespace ModelContextProtocol.Server
        {
            class McpServerToolAttribute : System.Attribute { public string? Name { get; set; } public bool ReadOnly { get; set; } }
        }

        namespace Microsoft.Extensions.AI
        {
            static class AIFunctionFactory { public static object Create(System.Delegate method, string? name = null) => method; }
        }
        """;

    [Theory]
    [InlineData("[{|MIMO049:KernelFunction|}] static string Call() => \"\";")]
    [InlineData("[{|MIMO049:KernelFunction(\"call\")|}] static string Call() => \"\";")]
    [InlineData("[Description(\"x\"), {|MIMO049:McpServerTool(Name = \"call\")|}] static string Call() => \"\";")]
    [InlineData("[{|MIMO049:Description(\"x\")|}] static string Call() => \"\";")]
    [InlineData("static string Call() => \"\"; object Functions() => AIFunctionFactory.Create({|MIMO049:Call|});")]
    [InlineData("string Call() => \"\"; object Functions() => AIFunctionFactory.Create({|MIMO049:this.Call|}, \"call\");")]
    [InlineData("[MimoTool, KernelFunction] static string Call() => \"\";")]
    [InlineData("[MimoTool, Description(\"x\")] static string Call() => \"\";")]
    [InlineData("[MimoTool] static string Call() => \"\"; object Functions() => AIFunctionFactory.Create(Call);")]
    [InlineData("[System.Obsolete, Description(\"x\")] static string Call() => \"\";")]
    [InlineData("[Description(\"x\")] string Name { get; } = \"\";")]
    [InlineData("[KernelFunction] static string Call<T>() => \"\";")]
    [InlineData("object Functions() => AIFunctionFactory.Create(() => 1);")]
    [InlineData("object Functions() => AIFunctionFactory.Create(string.IsNullOrEmpty);")]
    [InlineData("object Functions() { return AIFunctionFactory.Create(Local); int Local() => 1; }")]
    [InlineData("\n#pragma warning disable MIMO049\n[KernelFunction] static string Call() => \"\";")]
    public Task A_method_offered_in_another_way_could_be_a_tool(string members) => AnalyzerCheck.RunRuleAsync<MigrationAnalyzer>("MIMO049", Wrap(members));

    [Fact]
    public Task The_message_names_the_method_and_the_way() => AnalyzerCheck.RunAsync<MigrationAnalyzer>(
        Wrap("[{|#0:KernelFunction|}] static string Call() => \"\";"),
        new DiagnosticResult("MIMO049", DiagnosticSeverity.Info).WithLocation(0)
            .WithMessage("'Call' is offered by [KernelFunction]: with [MimoTool] its schema is written, and what can't work told, at build time"));

    internal static string Wrap(string members) => $$"""
        using System.ComponentModel;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel;
        using Mimo;
        using ModelContextProtocol.Server;

        partial class Holder
        {
            {{members}}
        }

        {{Others}}
        """;
}
