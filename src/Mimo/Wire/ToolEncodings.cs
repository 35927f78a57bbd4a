using System.Buffers;
using System.Text.Json;
using Mimo.Wire.Anthropic;
using Mimo.Wire.OpenAI;

namespace Mimo.Wire;

/// <summary>
/// The <c>tools</c> array of a tool set in each format, written once in the life of the set: tool sets live long and go out with
/// every request. Threads that race do the same work twice, never a wrong one.
/// </summary>
internal struct ToolEncodings
{
    private byte[]? _openAI;
    private byte[]? _anthropic;

    public byte[] Get(MimoToolSet tools, MimoFormat format) => format == MimoFormat.OpenAI
        ? _openAI ??= Encode(tools, format)
        : _anthropic ??= Encode(tools, format);

    private static byte[] Encode(MimoToolSet tools, MimoFormat format)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter writer = JsonWriters.Rent(buffer);
        writer.WriteStartArray();
        for (int i = 0; i < tools.Count; i++)
        {
            if (format == MimoFormat.OpenAI)
            {
                OpenAIToolWriter.Write(writer, tools[i]);
            }
            else
            {
                AnthropicToolWriter.Write(writer, tools[i]);
            }
        }

        writer.WriteEndArray();
        writer.Flush();
        JsonWriters.Return(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
