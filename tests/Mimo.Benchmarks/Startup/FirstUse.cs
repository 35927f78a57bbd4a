using System.Diagnostics;
using System.Runtime.CompilerServices;
using Mimo.Benchmarks.Calls;
using Mimo.Benchmarks.Exchanges;

namespace Mimo.Benchmarks.Startup;

/// <summary>The first use of a library in a fresh process. The time since <c>Main</c> began, in microseconds, is the only output.</summary>
internal static class FirstUse
{
    private const string Json = "application/json";

    public static void Run(string name)
    {
        long start = Stopwatch.GetTimestamp();
        int result = name switch
        {
            "ToolByMimo" => ToolByMimo(),
            "ToolByHand" => ToolByHand(),
            "ToolByExtensionsAI" => ToolByExtensionsAI(),
            "RequestByMimo" => RequestByMimo(),
            "RequestByHand" => RequestByHand(),
            "RequestByOpenAI" => RequestByOpenAI(),
            _ => throw new ArgumentException($"There is no first use named '{name}'.", nameof(name)),
        };
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        Console.Write((long)elapsed.TotalMicroseconds);
        GC.KeepAlive(result);
    }

    private static byte[] Arguments => """{"location":"San Francisco, CA","unit":"Fahrenheit"}"""u8.ToArray();

    // Not inlined: compiling Run must load none of the libraries.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ToolByMimo()
    {
        MimoTool tool = WeatherTools.Tools[0];
        return tool.ParametersSchema.Length + tool.InvokeAsync(Arguments).Result.ContentUtf8.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ToolByHand() => HandWrittenWeather.ParametersSchema.Length + HandWrittenWeather.Describe(Arguments).Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ToolByExtensionsAI()
    {
        Microsoft.Extensions.AI.AIFunction function = Microsoft.Extensions.AI.AIFunctionFactory.Create(WeatherTools.DescribeWeather);
        return function.JsonSchema.GetRawText().Length + ExtensionsAICall.Invoke(function, Arguments).Length;
    }

    // The answer is counted here, not in an async method around the library's: code by hand has none around it, and in a fresh process
    // it would be compiled for the benchmark alone.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int RequestByMimo()
    {
        using MimoClient client = MimoExchange.CreateClient(Conversation.Answer, Json);
        return MimoExchange.AskAsync(client).GetAwaiter().GetResult().ToolCalls.Count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int RequestByHand()
    {
        using HttpClient client = Floor.CreateClient(Conversation.Answer, Json);
        return Floor.SendAsync(client).GetAwaiter().GetResult();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int RequestByOpenAI() => OpenAIExchange.AskAsync(OpenAIExchange.CreateClient(Conversation.Answer, Json)).GetAwaiter().GetResult().Value.ToolCalls.Count;
}
