using System.Text.Json;

namespace Mimo.Wire;

/// <summary>Writes the options of a request that both formats have, though not all under the same name.</summary>
/// <remarks>Those that few requests have are asked for where they are set, so that they need not be compiled for the first request.</remarks>
internal static class RequestOptions
{
    public static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } given)
        {
            writer.WriteNumber(name, given);
        }
    }

    public static void WriteStop(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> stop)
    {
        writer.WriteStartArray(name);
        for (int i = 0; i < stop.Count; i++)
        {
            writer.WriteStringValue(stop[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes <c>thinking</c>, without a <c>budget_tokens</c>: MiMo refuses it.</summary>
    public static void WriteThinking(Utf8JsonWriter writer, MimoThinking thinking)
    {
        writer.WriteStartObject("thinking"u8);
        writer.WriteString("type"u8, thinking == MimoThinking.Enabled ? "enabled"u8 : "disabled"u8);
        writer.WriteEndObject();
    }
}
