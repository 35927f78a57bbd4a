using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>
/// The <c>tools</c> array of a tool set in each format, written once in the life of the set: tool sets live long and go out with
/// every request.
/// </summary>
internal sealed class ToolEncodings
{
    private static readonly ConditionalWeakTable<MimoToolSet, ToolEncodings> BySet = [];

    private byte[]? _openAI;
    private byte[]? _anthropic;

    public static byte[] Get(MimoToolSet tools, MimoFormat format)
    {
        ToolEncodings encodings = BySet.GetValue(tools, static _ => new ToolEncodings());
        return format == MimoFormat.OpenAI
            ? encodings._openAI ??= Encode(tools, OpenAI.OpenAIToolWriter.Write)
            : encodings._anthropic ??= Encode(tools, Anthropic.AnthropicToolWriter.Write);
    }

    private static byte[] Encode(MimoToolSet tools, Action<Utf8JsonWriter, MimoTool> writeTool)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter writer = JsonWriters.Rent(buffer);
        writer.WriteStartArray();
        foreach (MimoTool tool in tools)
        {
            writeTool(writer, tool);
        }

        writer.WriteEndArray();
        writer.Flush();
        JsonWriters.Return(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
