using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests.Catalogue;

public sealed record Empty;

public record Person(string Name, int Age);

public sealed record Employee(string Name, int Age, string Department, Person? Manager = null) : Person(Name, Age);

public sealed record WithDefaults(
    string Text = "a \"quoted\" text\n",
    int Number = -5,
    double Factor = 0.1,
    decimal Price = 9.90m,
    char Letter = '\'',
    bool Flag = true,
    Color Color = Color.Blue,
    Words Word = Words.@class,
    Access Access = Access.ReadWrite,
    string? Nothing = null,
    long Far = long.MinValue,
    ulong Farther = ulong.MaxValue,
    float Small = float.Epsilon,
    byte? Maybe = 7,
    Weekday? Day = Weekday.Friday,
    Tiny Unnamed = default);

/// <summary>The exporter fails at defaults that have no JSON form of their own.</summary>
public sealed record WithDefaultStructs(DateTime Moment = default, Guid Id = default, Point Place = default, Money? Price = default);

public sealed record AllNullable(
    string? Text,
    int? Number,
    Color? Color,
    Person? Person,
    Point? Point,
    int[]? Numbers,
    Dictionary<string, int?>? Map,
    ImmutableArray<int>? Items,
    JsonElement? Element,
    JsonNode? Node,
    object? Anything,
    byte[]? Bytes,
    Uri? Link,
    TimeSpan? Duration);

public sealed class Settable
{
    public string Name { get; set; } = "unnamed";

    public int Count { get; set; }

    public int? Limit { get; set; } = 10;

    public List<string> Tags { get; set; } = ["default"];

    public string? Note { get; set; }
}

public sealed class InitOnly
{
    public string Name { get; init; } = "unnamed";

    public int Count { get; init; }

    public int? Limit { get; init; } = 10;

    public required Color Color { get; init; }

    public string? Note { get; init; }
}

public sealed class RequiredMembers
{
    public required string Name { get; set; }

    public required string? Note { get; set; }

    public required int? Count { get; init; }

    [JsonRequired]
    public string? Marked { get; set; }

    public List<int> Items { get; init; } = [1, 2, 3];
}

/// <summary>What the constructor takes can't be set otherwise.</summary>
public sealed class GetOnly(string name, IReadOnlyList<int> numbers, int factor = 2)
{
    public string Name { get; } = name;

    public IReadOnlyList<int> Numbers { get; } = numbers;

    public int Factor { get; } = factor;
}

public sealed class MixedConstruction(string name)
{
    public string Name { get; } = name;

    public int Settable { get; set; } = 4;

    public string Initial { get; init; } = "initial";

    public required bool Required { get; init; }
}

public sealed class ChosenConstructor
{
    public ChosenConstructor()
    {
    }

    [JsonConstructor]
    public ChosenConstructor(string text, int number = 3)
    {
        Text = text;
        Number = number;
    }

    public string Text { get; } = "";

    public int Number { get; }
}

public sealed class RequiredThroughConstructor
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public RequiredThroughConstructor(string name) => Name = name;

    public required string Name { get; init; }

    public int Count { get; set; } = 1;
}

/// <summary>The constructor takes what the initializer must set all the same.</summary>
public sealed class RequiredBesidesConstructor(string name)
{
    public required string Name { get; init; } = name;

    public int Count { get; init; } = 1;
}

public class Animal
{
    public required string Name { get; set; }

    public virtual int Legs { get; set; } = 4;
}

public class Bird : Animal
{
    public override int Legs { get; set; } = 2;

    public bool CanFly { get; set; } = true;
}

public sealed class Parrot : Bird
{
    public List<string> Words { get; init; } = [];

    public Animal? Friend { get; set; }
}

public sealed class Hidden
{
    public string Shown { get; set; } = "";

    [JsonIgnore]
    public string Secret { get; set; } = "secret";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Kept { get; set; }

    [JsonInclude]
    internal int Included { get; set; }

    internal int Internal { get; set; }

    public static int Shared { get; set; }

    public int this[int index] => index;
}

public sealed class RenamedMembers
{
    [JsonPropertyName("a-b c")]
    public required string Odd { get; set; }

    [JsonPropertyName("\"quoted\"\\")]
    public int Quoted { get; set; }

    [JsonPropertyName("ключ")]
    public required int Cyrillic { get; set; }

    [JsonPropertyName("Upper")]
    public int Lower { get; set; }

    [JsonPropertyName("$ref")]
    public int Dollar { get; set; }

    public int URLValue { get; set; }

    public int ID { get; set; }

    public int iPhone { get; set; }
}

public sealed record RenamedParameters(
    [property: JsonPropertyName("first name")] string FirstName,
    [property: JsonPropertyName("last_name")] string? LastName = "Doe");

/// <summary>Names that are keywords, that generated code uses itself, or that a model's language has no letters for.</summary>
public sealed record @record(
    string @class,
    int @event,
    string? @await,
    int reader,
    int scope,
    int value,
    int result,
    int writer,
    int initial,
    int name,
    int nameValue,
    bool nameIsSet,
    string größe,
    string 名前);

public sealed class @class
{
    public required int @int { get; set; }

    public int @is { get; init; } = 3;

    public string @field { get; set; } = "";

    public @record? @new { get; set; }
}

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
