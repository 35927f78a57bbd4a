using System.Buffers;
using System.Text.Json;
using Mimo.Wire.Anthropic;
using Mimo.Wire.OpenAI;

namespace Mimo.Wire;

/// <summary>Writes requests: picks the format and lends it this thread's JSON writer.</summary>
internal static class RequestWriter
{
    public static void Write(IBufferWriter<byte> destination, MimoRequest request, in RequestWriting writing)
    {
        Utf8JsonWriter writer = JsonWriters.Rent(destination);
        if (writing.Format == MimoFormat.OpenAI)
        {
            OpenAIRequestWriter.Write(writer, request, writing);
        }
        else
        {
            AnthropicRequestWriter.Write(writer, request, writing);
        }

        writer.Flush();
        JsonWriters.Return(writer);
    }
}
