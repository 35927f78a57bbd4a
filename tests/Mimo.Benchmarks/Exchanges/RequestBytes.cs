using System.Buffers;
using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Calls;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>Building and writing a request with a system and a user message and two tools.</summary>
[Description("writing a request with two tools")]
[Target(nameof(Floor), Time = 1.0)]
public class RequestBytes
{
    private readonly ArrayBufferWriter<byte> _ours = new(4096);
    private readonly ArrayBufferWriter<byte> _floor = new(4096);

    [GlobalSetup]
    public void Check()
    {
        Mimo();
        Floor();
        Same.Bytes(_floor.WrittenSpan, _ours.WrittenSpan);
    }

    [Benchmark]
    public int Mimo() => MimoExchange.Write(_ours);

    [Benchmark]
    public int Floor() => Exchanges.Floor.Write(_floor);

    [Benchmark]
    public int OpenAI() => OpenAIExchange.Write();
}
