using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <content>The types.</content>
public sealed partial class CustomJsonTests
{
    [JsonConverter(typeof(PoliteConverter))]
    public enum Polite
    {
        FirstChoice,
        SecondChoice,
    }

    public sealed class PoliteConverter() : JsonStringEnumConverter(JsonNamingPolicy.CamelCase);

    public sealed class Entity
    {
        private Entity(int id) => Id = id;

        public int Id { get; private set; }

        public static Entity Create(int id) => new(id);
    }

    public sealed record ManyWays(int A)
    {
        public ManyWays(int a, int b)
            : this(a + b)
        {
        }

        public ManyWays(string text)
            : this(text.Length)
        {
        }
    }

    [JsonConverter(typeof(TemperatureConverter))]
    public readonly record struct Temperature(double Kelvin);

    public sealed class TemperatureConverter : JsonConverter<Temperature>
    {
        public override Temperature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(double.Parse(reader.GetString()!.TrimEnd('K'), CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Temperature value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Kelvin}K"));
    }

    public sealed record Hexed([property: JsonConverter(typeof(HexConverter))] int Hot, int Cold);

    public sealed class HexConverter : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            int.Parse(reader.GetString()!.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"0x{value:x}"));
    }

    public sealed record Demanding([property: JsonConverter(typeof(DemandingConverter))] int Amount, string? Rest = null);

    public sealed record Careless([property: JsonConverter(typeof(CarelessConverter))] int Amount, string Rest);

    public sealed class CarelessConverter : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            int value = reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : 0;
            if (value < 0)
            {
                reader.Read();
            }

            return value;
        }

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    public sealed class DemandingConverter : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new InvalidOperationException("no metadata");

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    public sealed record PerhapsHexed([property: JsonConverter(typeof(PerhapsHexConverter))] int? Hot, [property: JsonConverter(typeof(PerhapsHexConverter)), JsonRequired] int? Cold);

    public sealed class PerhapsHexConverter : JsonConverter<int?>
    {
        public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            int.Parse(reader.GetString()!.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"0x{value:x}"));
    }

    public sealed class Foreign
    {
        [JsonPropertyName("X_VALUE")]
        public int X { get; set; }
    }

    [JsonSerializable(typeof(Foreign))]
    public sealed partial class ForeignContext : JsonSerializerContext;

    public sealed class WithElements
    {
        [JsonPropertyName("known")]
        public int Known { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }
    }

    public sealed record WithNodes(int Known)
    {
        [JsonExtensionData]
        public JsonObject? Rest { get; set; }
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Closed(int A);

    public sealed class TagList : List<string>;

    public sealed class Registry : Dictionary<string, int>;

    public sealed record Free(JsonElement Element, JsonNode Node, object? Anything, JsonArray Array);
}
