using System.Collections.Immutable;
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
