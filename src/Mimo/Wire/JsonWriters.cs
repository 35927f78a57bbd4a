using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>Lends each thread a JSON writer. A writer that is not returned, because writing threw, is simply lost.</summary>
internal static class JsonWriters
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The bytes go into an HTTP body, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // What an idle writer points at, so that it keeps no caller's buffer alive. Nothing is ever written to it.
    private static readonly ArrayBufferWriter<byte> Nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? IdleWriter;

    public static Utf8JsonWriter Create(IBufferWriter<byte> destination) => new(destination, Options);

    public static Utf8JsonWriter Rent(IBufferWriter<byte> destination)
    {
        if (IdleWriter is not { } writer)
        {
            return Create(destination);
        }

        IdleWriter = null;
        writer.Reset(destination);
        return writer;
    }

    public static void Return(Utf8JsonWriter writer)
    {
        writer.Reset(Nowhere);
        IdleWriter = writer;
    }
}
