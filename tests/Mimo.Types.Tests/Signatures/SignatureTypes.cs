using System.Text.Json.Serialization;

namespace Mimo.Types.Tests.Signatures;

public enum TemperatureUnit
{
    [JsonStringEnumMemberName("")] Local,
    [JsonStringEnumMemberName("°C")] Celsius,
    [JsonStringEnumMemberName("°F")] Fahrenheit,
}

public enum TripKind
{
    [JsonStringEnumMemberName("one-way")] OneWay,
    [JsonStringEnumMemberName("round trip")] RoundTrip,
    [JsonStringEnumMemberName("multi-city, flexible")] MultiCity,
}

/// <param name="Adults">From 12 years on.</param>
/// <param name="Children">Below that.</param>
/// <param name="Cabin">Where to sit.</param>
public sealed record Travellers(int Adults, int Children = 0, [property: JsonPropertyName("cabin-class")] string? Cabin = null);

public sealed record SortColumn(string Column, [property: JsonPropertyName("$desc")] bool IsDescending = false);

public enum TicketPriority
{
    [JsonStringEnumMemberName("")] Unknown,
    [JsonStringEnumMemberName("P1, now")] Now,
    [JsonStringEnumMemberName("P2, this week")] Soon,
    [JsonStringEnumMemberName("P3")] Later,
}

/// <summary>Who opens a ticket.</summary>
public sealed record Reporter(
    [property: JsonPropertyName("full name")] string Name,
    [property: JsonPropertyName("e-mail")] string Email,
    Address? Address);

/// <summary>Where somebody lives.</summary>
public sealed record Address([property: JsonPropertyName("line.1")] string Line, [property: JsonPropertyName("post-code")] string PostCode, string[] Phones);

public enum Variance
{
    None,
    @in,
    @out,
}

/// <param name="Units">How many cells.</param>
/// <param name="Activation">What is made of their sum.</param>
public sealed record Layer(int Units, Activation Activation = Activation.None, double[]? Bias = null);

public enum Activation
{
    [JsonStringEnumMemberName("none, linear")] None,
    [JsonStringEnumMemberName("ReLU (leaky)")] Leaky,
    tanh,
}

public sealed record Attachment(string Name, [property: JsonPropertyName("content-type")] string Type, byte[] Content);

public enum PlanDay
{
    [JsonStringEnumMemberName("Mon, early")] Monday,
    [JsonStringEnumMemberName("2nd day")] Tuesday,
    Rest,
}

public sealed record Slot(TimeOnly From, TimeOnly To, Dictionary<string, string[]>? Notes = null);

public sealed record FolderNode(string Name, List<FolderNode> Folders, [property: JsonPropertyName(".hidden")] bool? IsHidden = null);
