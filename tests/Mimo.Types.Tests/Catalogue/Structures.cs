using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests.Catalogue;

public struct Point
{
    public int X { get; set; }

    public int Y { get; set; }
}

public readonly struct Segment
{
    [JsonConstructor]
    public Segment(Point start, Point? end = null)
    {
        Start = start;
        End = end;
    }

    public Point Start { get; }

    public Point? End { get; }
}

public record struct Money(decimal Amount, string Currency = "EUR");

public readonly record struct Span2(int From, int? To);

public record struct WithInitializers()
{
    public int Count { get; set; } = 5;

    public string Name { get; init; } = "none";
}

public sealed record Box<T>(T Content, T[] More);

public sealed record Pair<TFirst, TSecond>(TFirst First, TSecond Second)
    where TFirst : notnull;

public sealed class Wrapper<T>
    where T : class
{
    public required T Inner { get; set; }

    public List<T> Others { get; set; } = [];

    public Box<Dictionary<string, T>>? Deep { get; set; }

    public sealed record Nested(T Item, int Index);
}

public static class Outer
{
    public sealed record Inner(string Text)
    {
        public sealed record Innermost(Inner Parent, int Depth);
    }

    public enum Inside
    {
        Here,
        There,
    }
}

public static class OtherOuter
{
    /// <summary>Has the name of another.</summary>
    public sealed record Inner(int Number);
}

public sealed record SameNames(Outer.Inner One, OtherOuter.Inner Two, Outer.Inner Three, OtherOuter.Inner Four, Outer.Inside Place);

public sealed record Tree(string Label, List<Tree> Children);

/// <summary>A collection that holds nothing but itself.</summary>
public sealed class Onion : List<Onion>;

public sealed record Chain(int Value, Chain? Next);

public sealed class Folder
{
    public required string Name { get; init; }

    public Dictionary<string, Folder> Folders { get; init; } = [];

    public List<Document> Documents { get; init; } = [];
}

public sealed class Document
{
    public required string Title { get; init; }

    public Folder? Archive { get; init; }

    public Document[]? Attachments { get; init; }
}

public sealed record Recurrent(Person First, Person Second, Weekday From, Weekday? To, Person? Third, List<Person> Rest, Weekday Last = Weekday.Sunday);

public sealed record FreeForm(JsonElement Element, JsonNode? Node, JsonObject Object, JsonArray Array, object Anything);

public sealed record AllScalars(
    bool Boolean,
    char Char,
    string String,
    sbyte SByte,
    byte Byte,
    short Int16,
    ushort UInt16,
    int Int32,
    uint UInt32,
    long Int64,
    ulong UInt64,
    Int128 Int128,
    UInt128 UInt128,
    Half Half,
    float Single,
    double Double,
    decimal Decimal,
    Guid Guid,
    DateTime DateTime,
    DateTimeOffset DateTimeOffset,
    DateOnly DateOnly,
    TimeOnly TimeOnly,
    TimeSpan TimeSpan,
    Uri Uri,
    Version Version,
    byte[] Bytes,
    ReadOnlyMemory<byte> Memory);

/// <summary>A record whose doc comment names its parameters.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Unit">Of what.</param>
public sealed record Described(
    int Amount,
    [property: Description("never seen: the doc comment wins")] string Unit)
{
    /// <summary>A <c>computed</c> member, only written.</summary>
    public string Text => Amount + " " + Unit;
}
