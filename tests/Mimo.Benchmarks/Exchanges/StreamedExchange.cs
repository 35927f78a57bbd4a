using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Mimo.Benchmarks.Reporting;
using OpenAI.Chat;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>An answer streamed in 500 pieces over a stubbed handler.</summary>
[Description("answer streamed in 500 pieces")]
[Target(nameof(Floor), Time = 1.3, Bytes = 2)]
public class StreamedExchange
{
    private const string EventStream = "text/event-stream";

    private readonly MimoClient _ours = MimoExchange.CreateClient(Conversation.StreamedAnswer, EventStream);
    private readonly HttpClient _floor = Exchanges.Floor.CreateClient(Conversation.StreamedAnswer, EventStream);
    private readonly ChatClient _openAI = OpenAIExchange.CreateClient(Conversation.StreamedAnswer, EventStream);
    private readonly IChatClient _extensionsAI = ExtensionsAIExchange.CreateClient(Conversation.StreamedAnswer, EventStream);

    [GlobalSetup]
    public async Task Check()
    {
        int length = await Floor();
        if (await Mimo() != length || await OpenAI() != length || await ExtensionsAI() != length)
        {
            throw new InvalidOperationException("Not the same work.");
        }
    }

    [Benchmark]
    public Task<int> Mimo() => MimoExchange.StreamAsync(_ours);

    [Benchmark]
    public Task<int> Floor() => Exchanges.Floor.StreamAsync(_floor);

    [Benchmark]
    public Task<int> OpenAI() => OpenAIExchange.StreamAsync(_openAI);

    [Benchmark]
    public Task<int> ExtensionsAI() => ExtensionsAIExchange.StreamAsync(_extensionsAI);
}
