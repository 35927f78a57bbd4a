using System.ComponentModel;
using System.Text;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Calls;
using Mimo.Benchmarks.Reporting;
using Mimo.Wire;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>Reading an answer with reasoning and one tool call.</summary>
[Description("reading an answer with reasoning and a tool call")]
[Target(nameof(Floor), Time = 1.4)]
public class AnswerReading
{
    private readonly BinaryData _data = BinaryData.FromBytes(Conversation.Answer);

    [GlobalSetup]
    public void Check()
    {
        var ours = (MimoResponse)Mimo();
        var floor = (Floor.Answer)Floor();
        Same.Bytes(floor.Calls![0].Arguments, ours.ToolCalls[0].ArgumentsUtf8.Span);
        Same.Bytes(Encoding.UTF8.GetBytes(floor.Reasoning!), Encoding.UTF8.GetBytes(ours.Reasoning!));
    }

    [Benchmark]
    public object Mimo() => ResponseReader.Read(Conversation.Answer, MimoFormat.OpenAI);

    [Benchmark]
    public object Floor() => Exchanges.Floor.Read(Conversation.Answer);

    [Benchmark]
    public object OpenAI() => OpenAIExchange.Read(_data);
}
