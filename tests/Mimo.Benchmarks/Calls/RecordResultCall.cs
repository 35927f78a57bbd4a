using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Calls;

/// <summary>A call with a string and an enum that gives a record, from the bytes of the arguments to the bytes of the result.</summary>
[Description("tool call that gives a record")]
[Target(nameof(HandWritten), Time = 1.3)]
public class RecordResultCall
{
    private readonly byte[] _arguments = """{"location":"San Francisco, CA","unit":"Fahrenheit"}"""u8.ToArray();
    private readonly MimoTool _tool = WeatherTools.Tools[1];
    private readonly AIFunction _function = AIFunctionFactory.Create(WeatherTools.GetCurrentWeather);

    [GlobalSetup]
    public void Check() => Same.Bytes(HandWritten(), Mimo().Span, ExtensionsAI());

    [Benchmark]
    public ReadOnlyMemory<byte> Mimo() => _tool.InvokeAsync(_arguments).Result.ContentUtf8;

    [Benchmark]
    public byte[] HandWritten() => HandWrittenWeather.GetCurrent(_arguments);

    [Benchmark]
    public byte[] ExtensionsAI() => ExtensionsAICall.Invoke(_function, _arguments);
}
