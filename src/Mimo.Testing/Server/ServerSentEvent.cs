using System.Text;
using System.Text.Json;

namespace Mimo.Testing.Server;

/// <summary>Writes one server-sent event whose data is JSON on one line.</summary>
internal static class ServerSentEvent
{
    /// <summary>The bytes of the event with the empty line that ends it.</summary>
    /// <param name="name">The name of the event; null for events without one.</param>
    /// <param name="writeData">Writes the data.</param>
    public static byte[] Write(string? name, Action<Utf8JsonWriter> writeData)
    {
        byte[] start = Encoding.UTF8.GetBytes(name is null ? "data: " : $"event: {name}\ndata: ");
        return [.. start, .. WireJson.ToUtf8(writeData), .. "\n\n"u8];
    }
}
