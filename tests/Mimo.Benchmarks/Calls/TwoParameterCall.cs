using System.ComponentModel;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Calls;

/// <summary>
/// A call with a string and an enum that gives a text, from the bytes of the arguments to the bytes of the result. The method itself
/// does next to nothing, so that it is the binding that is measured.
/// </summary>
[Description("tool call with a string and an enum")]
[Target(nameof(HandWritten), Time = 1.3)]
[Target(nameof(ExtensionsAI), Time = 1 / 8.0, Bytes = 0.1)]
public class TwoParameterCall
{
    private readonly byte[] _arguments = """{"location":"Beijing","unit":"Fahrenheit"}"""u8.ToArray();
    private readonly MimoTool _tool = WeatherTools.Tools[0];
    private readonly AIFunction _function = AIFunctionFactory.Create(WeatherTools.DescribeWeather);

    [GlobalSetup]
    public void Check() => Same.Bytes(HandWritten(), Mimo().Span, JsonSerializer.Deserialize(ExtensionsAI(), CallJsonContext.Default.String));

    [Benchmark]
    public ReadOnlyMemory<byte> Mimo() => _tool.InvokeAsync(_arguments).Result.ContentUtf8;

    [Benchmark]
    public byte[] HandWritten() => HandWrittenWeather.Describe(_arguments);

    [Benchmark]
    public byte[] ExtensionsAI() => ExtensionsAICall.Invoke(_function, _arguments);
}
