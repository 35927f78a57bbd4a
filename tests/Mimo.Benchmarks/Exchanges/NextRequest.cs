using System.Buffers;
using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Calls;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>
/// The requests of a conversation that grows, sent over a stubbed handler, against what is new and a copy of the bytes of the rest.
/// What is new is once a request of this library with the new message alone, which is added to a transcript here as there, and once
/// the same by hand, without objects for message, transcript and request, against which a whole exchange may take a little longer.
/// </summary>
[Description("requests sent in a conversation of 150 to 250 short messages")]
[Target(nameof(NewAndCopy), Time = 1)]
[Target(nameof(NewAndCopyByHand), Time = 1.3)]
public class NextRequest : GrowingConversation
{
    private readonly MimoClient _client = MimoExchange.CreateClient(Conversation.Answer, "application/json");
    private readonly byte[] _answer = new byte[4096];
    private readonly HttpClient _byHand = Floor.CreateClient(Conversation.Answer, "application/json");

    [GlobalSetup]
    public void Check()
    {
        Prepare(() =>
        {
            Mimo().GetAwaiter().GetResult();
            NewAndCopy().GetAwaiter().GetResult();
            Begin();
            NewAndCopyByHand().GetAwaiter().GetResult();
        });
        using var handler = new RecordingHandler(Conversation.Answer);
        using var client = new MimoClient(new MimoClientOptions { ApiKey = "sk-benchmark", HttpHandler = handler });
        using var byHand = new HttpClient(handler);
        Begin();
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            Transcript.Append(Message(turn));
            client.SendAsync(Request(Transcript)).GetAwaiter().GetResult();
            byte[] ours = handler.Body;
            WriteByHand(turn);
            SendByHandAsync(byHand).GetAwaiter().GetResult();
            Same.Bytes(handler.Body, ours);
        }
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public async Task<int> Mimo()
    {
        int calls = 0;
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            Transcript.Append(Message(turn));
            calls += (await _client.SendAsync(Request(Transcript))).ToolCalls.Count;
        }

        return calls;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public async Task<int> NewAndCopy()
    {
        int calls = 0;
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            MimoMessage message = Message(turn);
            Copied.Append(message);
            calls += (await _client.SendAsync(Request([message]))).ToolCalls.Count;
            Buffer.ResetWrittenCount();
            Buffer.Write(Rest(turn));
        }

        return calls;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public async Task<int> NewAndCopyByHand()
    {
        int calls = 0;
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            WriteByHand(turn);
            calls += await SendByHandAsync(_byHand);
        }

        return calls;
    }

    private async Task<int> SendByHandAsync(HttpClient client)
    {
        using var content = new ReadOnlyMemoryContent(Buffer.WrittenMemory);
        content.Headers.ContentType = Floor.Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, Floor.Address) { Content = content };
        request.Headers.TryAddWithoutValidation("api-key", "sk-benchmark");
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using Stream body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        int length = await body.ReadAtLeastAsync(_answer, _answer.Length, throwOnEndOfStream: false);
        return Floor.Read(_answer.AsSpan(0, length)).Calls!.Count;
    }

    private sealed class RecordingHandler(byte[] answer) : DelegatingHandler(new StubHandler(answer, "application/json"))
    {
        public byte[] Body { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
