using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mimo.Generation;

public static partial class JsonContent
{
    // Converters are handed options; these have no metadata, so a converter that asks for some fails clearly instead of reflecting.
    internal static readonly JsonSerializerOptions ConverterOptions = new(JsonSerializerDefaults.Web);

    /// <summary>The converter that a factory of the user's makes for a type.</summary>
    public static JsonConverter<T> MakeConverter<T, TFactory>()
        where TFactory : JsonConverterFactory, new() => Made<T, TFactory>.Converter;

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

    /// <summary>Factories may reflect, so each makes its converter once.</summary>
    private static class Made<T, TFactory>
        where TFactory : JsonConverterFactory, new()
    {
        public static readonly JsonConverter<T> Converter = new TFactory().CreateConverter(typeof(T), ConverterOptions) as JsonConverter<T>
            ?? throw new NotSupportedException($"'{typeof(TFactory)}' makes no converter for '{typeof(T)}'.");
    }
}
