using System.ComponentModel;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Calls;

/// <summary>A call with a record and a list of ten records, against System.Text.Json's generated serializer on the same types.</summary>
[Description("tool call with a record and ten more in a list")]
[Target(nameof(SystemTextJson), Time = 1, Bytes = 1)]
public class NestedCall
{
    private readonly byte[] _arguments = JsonSerializer.SerializeToUtf8Bytes(
        new TripArguments(
            new Traveller("Ada Lovelace", 36, "X1234567", true),
            [.. Enumerable.Range(1, 10).Select(static number => new TripStop($"City {number}", number, 100.5 * number, TemperatureUnit.Celsius, number % 2 == 0 ? "near the station" : null))]),
        CallJsonContext.Default.TripArguments);

    private readonly MimoTool _tool = TripTools.Tools[0];

    [GlobalSetup]
    public void Check() => Same.Bytes(SystemTextJson(), Mimo().Span);

    [Benchmark]
    public ReadOnlyMemory<byte> Mimo() => _tool.InvokeAsync(_arguments).Result.ContentUtf8;

    [Benchmark]
    public byte[] SystemTextJson()
    {
        TripArguments arguments = JsonSerializer.Deserialize(_arguments, CallJsonContext.Default.TripArguments)!;
        return JsonSerializer.SerializeToUtf8Bytes(TripTools.PlanTrip(arguments.Traveller, arguments.Stops), CallJsonContext.Default.TripPlan);
    }
}
