using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mimo.Generation;

/// <summary>Writes values as JSON text for the model: compact, and with characters of all scripts as themselves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonContent
{
    /// <summary>Deeper nesting than this is taken for a value that contains itself.</summary>
    private const int MaxDepth = 64;

    private const int LargestKeptBuffer = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // The text goes into a request or a prompt, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? IdleBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? IdleWriter;

    /// <summary>Writes a value as UTF-8 JSON.</summary>
    /// <exception cref="InvalidOperationException">The value nests deeper than 64 levels, which mostly means that it contains itself.</exception>
    public static byte[] Write<T>(T value, ModelJsonWrite<T> write)
    {
        // Taken, not borrowed: a property that itself writes JSON finds nothing here and makes its own.
        ArrayBufferWriter<byte> buffer = IdleBuffer ?? new ArrayBufferWriter<byte>();
        Utf8JsonWriter writer = IdleWriter ?? new Utf8JsonWriter(buffer, Options);
        IdleBuffer = null;
        IdleWriter = null;

        writer.Reset(buffer);
        buffer.ResetWrittenCount();
        try
        {
            write(writer, value);
            writer.Flush();
        }
        catch (InvalidOperationException exception) when (writer.CurrentDepth >= MaxDepth)
        {
            throw new InvalidOperationException(
                $"The value of type '{typeof(T)}' nests deeper than {MaxDepth} levels. If it contains itself, mark the member that leads back with [JsonIgnore].", exception);
        }

        byte[] utf8Json = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= LargestKeptBuffer)
        {
            IdleBuffer = buffer;
            IdleWriter = writer;
        }

        return utf8Json;
    }

    /// <summary>Writes a value as JSON text.</summary>
    /// <exception cref="InvalidOperationException">The value nests deeper than 64 levels, which mostly means that it contains itself.</exception>
    public static string WriteText<T>(T value, ModelJsonWrite<T> write) => Encoding.UTF8.GetString(Write(value, write));
}
