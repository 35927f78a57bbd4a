using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests.Judging;

/// <summary>Reads and writes an enum of flags as an array of names, by reflection.</summary>
internal sealed class FlagsConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && typeToConvert.IsDefined(typeof(FlagsAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly List<(string Name, UInt128 Bits)> Names = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name, Bits((T)field.GetValue(null)!)))
            .ToList();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("Flags are an array.");
            }

            UInt128 bits = 0;
            foreach (string name in JsonSerializer.Deserialize<string[]>(ref reader, options)!)
            {
                bits |= Names.First(member => member.Name == name).Bits;
            }

            return (T)Enum.ToObject(typeof(T), (ulong)bits);
        }

        /// <summary>All names that are in the value: which of several equal ways to say it a writer picks is its own business.</summary>
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            UInt128 bits = Bits(value);
            JsonSerializer.Serialize(writer, Names.Where(member => member.Bits != 0 && (member.Bits & bits) == member.Bits).Select(static member => member.Name), options);
        }

        private static UInt128 Bits(T value)
        {
            Type underlying = Enum.GetUnderlyingType(typeof(T));
            object number = Convert.ChangeType(value, underlying, CultureInfo.InvariantCulture);
            return number is ulong wide ? wide : unchecked((ulong)Convert.ToInt64(number, CultureInfo.InvariantCulture));
        }
    }
}

internal sealed class BigIntegerConverter : JsonConverter<BigInteger>
{
    public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        BigInteger.Parse(Encoding.UTF8.GetString(reader.ValueSpan), CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
}
