using System.Buffers;
using System.Text.Json;
using Mimo.Wire.Anthropic;
using Mimo.Wire.OpenAI;

namespace Mimo.Wire;

/// <summary>Writes requests: picks the format and lends it this thread's JSON writer.</summary>
internal static class RequestWriter
{
    /// <summary>Writes a request.</summary>
    /// <param name="destination">Takes the bytes.</param>
    /// <param name="request">The request.</param>
    /// <param name="writing">How it is written.</param>
    /// <param name="body">Whose buffer the destination is, so that it may take what is kept without a copy; null where all is to be in the destination.</param>
    public static void Write(IBufferWriter<byte> destination, MimoRequest request, in RequestWriting writing, RequestBody? body = null)
    {
        Utf8JsonWriter writer = JsonWriters.Rent(destination);
        if (writing.Format == MimoFormat.OpenAI)
        {
            OpenAIRequestWriter.Write(writer, request, writing, body);
        }
        else
        {
            AnthropicRequestWriter.Write(writer, request, writing, body);
        }

        writer.Flush();
        JsonWriters.Return(writer);
    }
}
