using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Mimo.Benchmarks.Reporting;
using OpenAI.Chat;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>A whole exchange over a stubbed handler: from the conversation to the tool call in the answer.</summary>
[Description("whole exchange")]
[Target(nameof(Floor), Time = 1.3)]
public class WholeExchange
{
    private const string Json = "application/json";

    private readonly MimoClient _ours = MimoExchange.CreateClient(Conversation.Answer, Json);
    private readonly HttpClient _floor = Exchanges.Floor.CreateClient(Conversation.Answer, Json);
    private readonly ChatClient _openAI = OpenAIExchange.CreateClient(Conversation.Answer, Json);
    private readonly IChatClient _extensionsAI = ExtensionsAIExchange.CreateClient(Conversation.Answer, Json);

    [Benchmark]
    public Task<int> Mimo() => MimoExchange.SendAsync(_ours);

    [Benchmark]
    public Task<int> Floor() => Exchanges.Floor.SendAsync(_floor);

    [Benchmark]
    public Task<int> OpenAI() => OpenAIExchange.SendAsync(_openAI);

    [Benchmark]
    public Task<int> ExtensionsAI() => ExtensionsAIExchange.SendAsync(_extensionsAI);
}
