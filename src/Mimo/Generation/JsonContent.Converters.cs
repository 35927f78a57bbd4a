using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mimo.Generation;

public static partial class JsonContent
{
    private static readonly JsonSerializerOptions ConverterOptions = new(JsonSerializerDefaults.Web);

    /// <summary>Writes a value by a converter of the user's.</summary>
    public static void WriteWith<T>(Utf8JsonWriter writer, T value, JsonConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            converter.Write(writer, value, ConverterOptions);
        }
    }

    /// <summary>Writes a value by the metadata of a context of the user's.</summary>
    public static void WriteWith<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> metadata) => JsonSerializer.Serialize(writer, value, metadata);
}
