using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class HistoryAnalyzerTests
{
    [Theory]
    [InlineData("MimoMessage.{|MIMO038:Assistant|}(\"\", toolCalls: new[] { call })")]
    [InlineData("MimoMessage.{|MIMO038:Assistant|}(\"\", null, new[] { call })")]
    [InlineData("MimoMessage.{|MIMO038:Assistant|}(\"\", default, [call])")]
    [InlineData("MimoMessage.{|MIMO038:Assistant|}(\"\", toolCalls: calls, reasoning: null)")]
    [InlineData("MimoMessage.{|MIMO038:Assistant|}(new MimoContent[] { new MimoTextContent(\"x\") }, calls)")]
    [InlineData("MimoMessage.{|MIMO038:Assistant|}([new MimoTextContent(\"x\")], calls)")]
    [InlineData("MimoMessage.Assistant(\"\", \"\", calls)")]
    [InlineData("MimoMessage.Assistant(\"\", reasoning, calls)")]
    [InlineData("MimoMessage.Assistant(\"x\")")]
    [InlineData("MimoMessage.Assistant(\"x\", null, null)")]
    [InlineData("MimoMessage.Assistant(\"x\", null, [])")]
    [InlineData("MimoMessage.Assistant(\"x\", null, new MimoToolCall[] { })")]
    [InlineData("MimoMessage.Assistant(\"x\", null, System.Linq.Enumerable.Empty<MimoToolCall>())")]
    [InlineData("MimoMessage.Assistant([new MimoReasoningContent(\"r\"), new MimoTextContent(\"x\")], calls)")]
    [InlineData("MimoMessage.Assistant(content, calls)")]
    [InlineData("MimoMessage.AssistantWithoutReasoning(\"\", calls)")]
    [InlineData("\n#pragma warning disable MIMO038\nMimoMessage.Assistant(\"\", null, calls)")]
    public Task A_turn_that_calls_tools_has_its_reasoning(string expression) => AnalyzerCheck.RunRuleAsync<HistoryAnalyzer>("MIMO038", $$"""
        using System.Collections.Generic;
        using Mimo;

        class History
        {
            MimoMessage Turn(MimoToolCall call, IEnumerable<MimoToolCall> calls, string? reasoning, IEnumerable<MimoContent> content) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("MimoTranscript.Repaired([MimoMessage.Assistant(\"a\", null, [call])])")]
    [InlineData("MimoTranscript.Repaired(new[] { MimoMessage.User(\"q\"), MimoMessage.Assistant(\"a\", toolCalls: calls) })")]
    [InlineData("MimoTranscript.Repaired(new List<MimoMessage> { MimoMessage.Assistant([new MimoTextContent(\"x\")], calls) })")]
    [InlineData("Repaired(messages: calls.Select(call => MimoMessage.Assistant(\"a\", null, new[] { call })))")]
    [InlineData("new MimoTranscript([MimoMessage.{|MIMO038:Assistant|}(\"a\", null, [call])])")]
    [InlineData("Other.Repaired([MimoMessage.{|MIMO038:Assistant|}(\"a\", null, [call])])")]
    [InlineData("Appended(MimoTranscript.Repaired([]), MimoMessage.{|MIMO038:Assistant|}(\"a\", null, [call]))")]
    public Task A_turn_that_is_handed_to_be_repaired_may_lack_its_reasoning(string expression) => AnalyzerCheck.RunRuleAsync<HistoryAnalyzer>("MIMO038", $$"""
        using System.Collections.Generic;
        using System.Linq;
        using Mimo;
        using static Mimo.MimoTranscript;

        class History
        {
            object Turns(MimoToolCall call, IEnumerable<MimoToolCall> calls) => {{expression}};

            static object Appended(MimoTranscript transcript, MimoMessage message) => transcript;
        }

        static class Other
        {
            public static object Repaired(IEnumerable<MimoMessage> messages) => messages;
        }
        """);

    [Fact]
    public Task The_message_says_both_ways_out() => AnalyzerCheck.RunAsync<HistoryAnalyzer>(
        "class C { object M(Mimo.MimoToolCall call) => Mimo.MimoMessage.{|#0:Assistant|}(\"\", null, new[] { call }); }",
        new DiagnosticResult("MIMO038", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'MimoMessage.Assistant' makes a turn that calls tools and has no reasoning, which MiMo refuses while it thinks: pass the reasoning that came with it, or use AssistantWithoutReasoning if thinking was off"));
}
