using System.Text.Json;

namespace Mimo.Wire;

/// <summary>Writes the options of a request that both formats have, though not all under the same name. What is not set is left out.</summary>
internal static class RequestOptions
{
    public static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } given)
        {
            writer.WriteNumber(name, given);
        }
    }

    public static void WriteStop(Utf8JsonWriter writer, ReadOnlySpan<byte> name, MimoRequest request)
    {
        if (request.Stop.Count > 0)
        {
            writer.WriteStartArray(name);
            for (int i = 0; i < request.Stop.Count; i++)
            {
                writer.WriteStringValue(request.Stop[i]);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Writes <c>thinking</c>, without a <c>budget_tokens</c>: MiMo refuses it.</summary>
    public static void WriteThinking(Utf8JsonWriter writer, MimoRequest request)
    {
        if (request.Thinking != MimoThinking.Default)
        {
            writer.WriteStartObject("thinking"u8);
            writer.WriteString("type"u8, request.Thinking == MimoThinking.Enabled ? "enabled"u8 : "disabled"u8);
            writer.WriteEndObject();
        }
    }
}
