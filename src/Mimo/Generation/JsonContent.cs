using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
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
        ArrayBufferWriter<byte> buffer = Fill(value, write, out Utf8JsonWriter writer);
        byte[] utf8Json = buffer.WrittenSpan.ToArray();
        Keep(buffer, writer);
        return utf8Json;
    }

    /// <summary>Writes a value as JSON text.</summary>
    /// <exception cref="InvalidOperationException">The value nests deeper than 64 levels, which mostly means that it contains itself.</exception>
    public static string WriteText<T>(T value, ModelJsonWrite<T> write)
    {
        ArrayBufferWriter<byte> buffer = Fill(value, write, out Utf8JsonWriter writer);
        string json = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Keep(buffer, writer);
        return json;
    }

    /// <summary>Writes a value as JSON text into a larger text.</summary>
    /// <exception cref="InvalidOperationException">The value nests deeper than 64 levels, which mostly means that it contains itself.</exception>
    internal static void AppendTo<T>(ref DefaultInterpolatedStringHandler text, T value, ModelJsonWrite<T> write)
    {
        ArrayBufferWriter<byte> buffer = Fill(value, write, out Utf8JsonWriter writer);
        char[] characters = ArrayPool<char>.Shared.Rent(buffer.WrittenCount);
        int length = Encoding.UTF8.GetChars(buffer.WrittenSpan, characters);
        text.AppendFormatted(characters.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(characters);
        Keep(buffer, writer);
    }

    /// <summary>Takes buffer and writer for itself: a property that writes JSON while it is written finds none here and makes its own.</summary>
    private static ArrayBufferWriter<byte> Fill<T>(T value, ModelJsonWrite<T> write, out Utf8JsonWriter writer)
    {
        ArrayBufferWriter<byte> buffer = IdleBuffer ?? new ArrayBufferWriter<byte>();
        writer = IdleWriter ?? new Utf8JsonWriter(buffer, Options);
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

        return buffer;
    }

    private static void Keep(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
    {
        if (buffer.Capacity <= LargestKeptBuffer)
        {
            IdleBuffer = buffer;
            IdleWriter = writer;
        }
    }
}
