using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Mimo.Benchmarks.Calls;

/// <summary>A call through Microsoft.Extensions.AI, from the bytes of the arguments to the bytes of the result.</summary>
internal static class ExtensionsAICall
{
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    public static byte[] Invoke(AIFunction function, ReadOnlySpan<byte> argumentsUtf8)
    {
        var arguments = new AIFunctionArguments(JsonSerializer.Deserialize<Dictionary<string, object?>>(argumentsUtf8, AIJsonUtilities.DefaultOptions));
        object? result = function.InvokeAsync(arguments).AsTask().GetAwaiter().GetResult();
        return JsonSerializer.SerializeToUtf8Bytes(result, Compact);
    }
}
