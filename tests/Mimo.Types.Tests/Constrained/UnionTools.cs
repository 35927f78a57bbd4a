using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using static Mimo.Types.Tests.Judging.Kept;

namespace Mimo.Types.Tests.Constrained;

public static partial class UnionTools
{
    [MimoTool] public static Vehicle OfVehicle(Vehicle value) => Value(value);
    [MimoTool] public static Vehicle? OfNullableVehicle(Vehicle? value) => Value(value);
    [MimoTool] public static Vehicle?[] OfVehicles(Vehicle?[] value) => Value(value);
    [MimoTool] public static Dictionary<string, Vehicle> OfVehiclesByName(Dictionary<string, Vehicle> value) => Value(value);
    [MimoTool] public static Garage OfGarage(Garage value) => Value(value);
    [MimoTool] public static Entry OfEntry(Entry value) => Value(value);
    [MimoTool] public static List<Entry> OfEntries(List<Entry> value) => Value(value);
    [MimoTool] public static Signal OfSignal(Signal value) => Value(value);
    [MimoTool] public static Open OfOpen(Open value) => Value(value);
    [MimoTool] public static List<Open> OfManyOpen(List<Open> value) => Value(value);
}

/// <summary>Told apart by a member of its own name; cases hold others, and one is itself the base of another.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind of vehicle")]
[JsonDerivedType(typeof(Bicycle), "bicycle")]
[JsonDerivedType(typeof(Truck), "truck")]
[JsonDerivedType(typeof(RoadTrain), "road train")]
[JsonDerivedType(typeof(Carrier), "carrier")]
public abstract record Vehicle(string Name);

public sealed record Bicycle(string Name, [property: Range(1, 30)] int Gears = 3) : Vehicle(Name);

public record Truck(string Name, decimal Load) : Vehicle(Name);

public sealed record RoadTrain(string Name, decimal Load, List<Truck> Trailers) : Truck(Name, Load);

public sealed record Carrier(string Name, [property: MaxLength(2)] List<Vehicle> Cargo, Vehicle? Spare = null) : Vehicle(Name);

public sealed class Garage
{
    public required Vehicle First { get; init; }

    public required Vehicle? Second { get; init; }

    public Vehicle? Third { get; init; }

    public Entry? Label { get; init; }
}

/// <summary>Stands for itself too, without anything that says so; the others are told apart by numbers.</summary>
[JsonDerivedType(typeof(Dated), 7)]
[JsonDerivedType(typeof(Counted), -1)]
public record Entry(string Title);

public sealed record Dated(string Title, DateOnly Day) : Entry(Title);

public sealed record Counted(string Title, int[] Counts) : Entry(Title);

/// <summary>One case is open to members that nobody knows, one has none at all.</summary>
[JsonDerivedType(typeof(Free), "free")]
[JsonDerivedType(typeof(Silent), "silent")]
public abstract record Signal;

public sealed record Free(int Strength) : Signal
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

public sealed record Silent : Signal;

public sealed class Open
{
    public required string Name { get; init; }

    public Open? Inner { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement> More { get; init; } = new Dictionary<string, JsonElement>();
}
