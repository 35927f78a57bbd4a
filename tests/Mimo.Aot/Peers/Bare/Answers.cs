using System.Text;
using System.Text.Json;

namespace Bare;

/// <summary>What came of one streamed answer.</summary>
internal sealed class Turn
{
    public StringBuilder Text { get; } = new();

    public StringBuilder Reasoning { get; } = new();

    public StringBuilder Arguments { get; } = new();

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>Reads the answers. Their members have names that say enough at any depth, so the path to them is not looked at.</summary>
internal static class Answers
{
    public static string ReadContent(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                return reader.GetString()!;
            }
        }

        throw new InvalidDataException();
    }

    public static Trip ReadTrip(ReadOnlySpan<byte> json)
    {
        string city = "";
        Pace pace = default;
        List<Sight> sights = [];
        int day = 0;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("city"u8))
            {
                reader.Read();
                city = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("pace"u8))
            {
                reader.Read();
                pace = reader.ValueTextEquals("Slow"u8) ? Pace.Slow : Pace.Brisk;
            }
            else if (reader.ValueTextEquals("day"u8))
            {
                reader.Read();
                day = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                sights.Add(new Sight(day, reader.GetString()!));
            }
        }

        return new Trip(city, pace, sights);
    }

    public static string ReadLocation(ReadOnlySpan<byte> arguments)
    {
        var reader = new Utf8JsonReader(arguments);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("location"u8))
            {
                reader.Read();
                return reader.GetString()!;
            }
        }

        throw new InvalidDataException();
    }

    public static void ReadPiece(ReadOnlySpan<byte> data, Turn turn)
    {
        var reader = new Utf8JsonReader(data);
        bool isInDelta = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("delta"u8))
            {
                isInDelta = true;
            }
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                isInDelta = false;
            }
            else if (isInDelta && reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                turn.Text.Append(reader.GetString());
            }
            else if (isInDelta && reader.ValueTextEquals("reasoning_content"u8))
            {
                reader.Read();
                turn.Reasoning.Append(reader.GetString());
            }
            else if (isInDelta && reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                turn.Id = reader.GetString() ?? turn.Id;
            }
            else if (isInDelta && reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                turn.Name = reader.GetString() ?? turn.Name;
            }
            else if (isInDelta && reader.ValueTextEquals("arguments"u8))
            {
                reader.Read();
                turn.Arguments.Append(reader.GetString());
            }
        }
    }
}
