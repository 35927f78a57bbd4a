using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class UseMimoToolTests
{
    [Theory]
    [InlineData("[{|MIMO049:KernelFunction|}]\n    static string Call() => \"\";", "[MimoTool]\n    static string Call() => \"\";")]
    [InlineData("[{|MIMO049:KernelFunction(\"call\")|}, Description(\"x\")]\n    static string Call() => \"\";", "[MimoTool(\"call\"), Description(\"x\")]\n    static string Call() => \"\";")]
    [InlineData("[{|MIMO049:McpServerTool(ReadOnly = true, Name = \"call\")|}]\n    static string Call() => \"\";", "[MimoTool(\"call\")]\n    static string Call() => \"\";")]
    [InlineData("[{|MIMO049:McpServerTool(ReadOnly = true)|}]\n    static string Call() => \"\";", "[MimoTool]\n    static string Call() => \"\";")]
    [InlineData("[{|MIMO049:Description(\"x\")|}]\n    static string Call() => \"\";", "[Description(\"x\")]\n    [MimoTool]\n    static string Call() => \"\";")]
    public Task The_method_is_marked(string code, string expected) => Check(code, expected);

    [Fact]
    public Task All_methods_are_marked_at_once_also_one_that_is_passed_twice() => Check(
        """
        /// <summary>Kept.</summary>
            static string Call() => "";

            [{|MIMO049:KernelFunction|}]
            static string Other() => "";

            object[] Functions() => [AIFunctionFactory.Create({|MIMO049:Call|}), AIFunctionFactory.Create({|MIMO049:Call|})];
        """,
        """
        /// <summary>Kept.</summary>
            [MimoTool]
            static string Call() => "";

            [MimoTool]
            static string Other() => "";

            object[] Functions() => [AIFunctionFactory.Create(Call), AIFunctionFactory.Create(Call)];
        """);

    private static Task Check(string code, string expected) =>
        CodeFixCheck.RunAsync<MigrationAnalyzer, UseMimoToolCodeFixProvider>(MigrationAnalyzerTests.Wrap(code), MigrationAnalyzerTests.Wrap(expected));
}
