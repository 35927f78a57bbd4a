using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mimo;

[assembly: MimoJsonContext(typeof(HotelContext))]

MimoTool book = Trips.Tools[0];
MimoToolResult result = await book.InvokeAsync("""{"trip":{"city":"Rome","when":"2026-05-01"},"hotel":{"stars":4}}"""u8.ToArray());
Console.WriteLine(result.Content);
Console.WriteLine(JsonSerializer.Serialize(new Trip("Oslo", new DateOnly(2026, 6, 1)), TripContext.Default.Trip));
Console.WriteLine(Encoding.UTF8.GetString(book.ParametersSchema.Span).Contains("\"city\"", StringComparison.Ordinal));

/// <summary>A trip: both generators know it.</summary>
public sealed record Trip(string City, DateOnly When);

/// <summary>A hotel, which goes through a context of the user's.</summary>
public sealed record Hotel(int Stars);

/// <summary>A booking.</summary>
public sealed record Booking(string City, DateOnly When, int Stars);

public static partial class Trips
{
    /// <summary>Books a trip.</summary>
    /// <param name="trip">Where to.</param>
    /// <param name="hotel">Where to sleep.</param>
    [MimoTool(Effect = ToolEffect.Destructive)]
    public static Booking Book(Trip trip, Hotel hotel) => new(trip.City, trip.When, hotel.Stars);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Trip))]
internal sealed partial class TripContext : JsonSerializerContext;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Hotel))]
internal sealed partial class HotelContext : JsonSerializerContext;
