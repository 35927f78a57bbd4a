using Microsoft.CodeAnalysis;
using Mimo.Types.Tests.Compiling;

namespace Mimo.Types.Tests;

/// <summary>Types that either become JSON or are refused, but never break the build in generated code.</summary>
public sealed class AwkwardTypesTests
{
    [Theory]
    [InlineData("public class Node { public List<Node> Nodes { get; set; } = []; }", "List<Node>")]
    [InlineData("public class Node : List<Node>;", "Node")]
    [InlineData("public class Node { public Dictionary<string, Node[]> Nodes { get; set; } = []; }", "Dictionary<string, Node[]>")]
    [InlineData("public class Named { public Named(string name) => Name = name; public required string Name { get; init; } }", "Named")]
    [InlineData("public class Named(string name) { public string Name { get; } = name; public required int? Count { get; init; } }", "Named")]
    [InlineData("public class Ignored { [JsonIgnore] public required string Name { get; set; } public int Count { get; set; } }", "Ignored")]
    [InlineData("public record Ignored(int Count, [property: JsonIgnore] string Secret);", "Ignored")]
    [InlineData("public class Fields { public required int Field; public int Property { get; set; } }", "Fields")]
    [InlineData("public class Hiding { public int Value { get; set; } } public class Hidden : Hiding { public new string Value { get; set; } = \"\"; }", "Hidden")]
    [InlineData("public class Setter { public int Value { private get; set; } public int Other { get; internal set; } public int Third { get; protected set; } }", "Setter")]
    [InlineData("#nullable disable\npublic class Old { public List<string> Names { get; set; } public Dictionary<string, Old> Map { get; set; } public string[][] Jagged { get; set; } }\n#nullable enable", "Old")]
    [InlineData("#nullable disable\npublic class Old { public List<string> Names { get; set; } }\n#nullable enable\npublic record Both(List<string> Names, Old Old, List<string?> Others);", "Both")]
    [InlineData("#nullable disable\npublic class Box<T> { public T Value { get; set; } public List<T> Values { get; set; } }\n#nullable enable", "Box<string>")]
    [InlineData("public class Box<T> { public T? Value { get; set; } public List<T?> Values { get; set; } = []; }", "Box<int>")]
    [InlineData("public class Box<T> { public T? Value { get; set; } public List<T?> Values { get; set; } = []; }", "Box<string>")]
    [InlineData("public class Box<T> where T : struct { public T? Value { get; set; } public T[]? Values { get; set; } }", "Box<int>")]
    [InlineData("public record Aged([property: Obsolete(\"old\")] int Value);", "Aged")]
    [InlineData("public enum Nothing;", "Nothing")]
    [InlineData("public enum Nothing; public record Holder(Nothing Value, Dictionary<Nothing, int> Map);", "Holder")]
    [InlineData("public record Sorted(int Value);", "SortedSet<Sorted>")]
    [InlineData("public record struct Sorted(int Value);", "ImmutableSortedSet<Sorted>")]
    [InlineData("public class Outer { public class Inner { public Outer? Up { get; set; } public class Innermost { public Inner? Up { get; set; } } } }", "Outer.Inner.Innermost")]
    [InlineData("public ref struct Spanlike { public int Value { get; set; } }", "List<int>")]
    [InlineData("public interface IShape { int Sides { get; } }", "List<int>")]
    [InlineData("public record Lower(int value, int Value2, string VALUE3);", "Lower")]
    [InlineData("public record Param(params int[] Values);", "Param")]
    [InlineData("public class Index { public int this[string name] => 1; public int Length { get; set; } }", "Index")]
    [InlineData("public partial class Halves { public partial int Value { get; set; } } public partial class Halves { private int _value; public partial int Value { get => _value; set => _value = value; } }", "Halves")]
    [InlineData("public class Defaults(int[]? numbers = null, string text = null!, DateTime day = default) { public int[]? Numbers => numbers; public string Text => text; public DateTime Day => day; }", "Defaults")]
    [InlineData("namespace Mimo.Generation2 { public record System(int Int32); public record Global(System System); }", "Mimo.Generation2.Global")]
    [InlineData("[JsonDerivedType(typeof(Dog), \"dog\")] public record Pet(string Name); [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public record Dog(string Name, int Age) : Pet(Name);", "Pet")]
    [InlineData("public struct Basket : ICollection<int> { private List<int>? _items; public int Count => _items?.Count ?? 0; public bool IsReadOnly => false; public void Add(int item) => (_items ??= []).Add(item); public void Clear() => _items = null; public bool Contains(int item) => _items?.Contains(item) == true; public void CopyTo(int[] array, int index) => _items?.CopyTo(array, index); public bool Remove(int item) => _items?.Remove(item) == true; public IEnumerator<int> GetEnumerator() => (_items ?? []).GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "Basket")]
    [InlineData("public class Named : List<int> { public required string Name { get; set; } }", "Named")]
    [InlineData("public class Named : List<int> { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Named() => Name = \"\"; public required string Name { get; set; } }", "Named")]
    [InlineData("public class Moved { public int Value { get; set; } [Obsolete(\"moved\", true)] public int Old { get; set; } public int Third { get; [Obsolete(\"moved\", true)] set; } }", "Moved")]
    [InlineData("public record Moved([property: Obsolete(\"moved\", true)] int Value, int Other);", "Moved")]
    [InlineData("public class Moved { [Obsolete(\"moved\", true)] public Moved() { } public Moved(int value) => Value = value; public int Value { get; } }", "Moved")]
    [InlineData("public class Moved { [Obsolete(\"moved\", true), JsonConstructor] public Moved() { } public Moved(int value) => Value = value; public int Value { get; } }", "Moved")]
    [InlineData("public class Moved : List<int> { [Obsolete(\"moved\", true)] public Moved() { } public Moved(int capacity) : base(capacity) { } }", "Moved")]
    [InlineData("public enum Color { Red, [Obsolete(\"moved\", true)] Old, Green } public record Holder(Color Value, Color[] Values, Dictionary<Color, int> Map);", "Holder")]
    [InlineData("[Flags] public enum Access { None, Read, [Obsolete(\"moved\", true)] Old, Write = 4 }", "Access")]
    [InlineData("public abstract record Shape; public sealed record Circle(double Radius) : Shape; [Obsolete(\"moved\", true)] public sealed record Square(double Side) : Shape;", "Shape")]
    [InlineData("public class Sealed { public Sealed() { } public string? Raw { init { } } public string? Second { private get; init; } public string Third { private get; init; } = \"\"; public int? Fourth { private get; init; } }", "Sealed")]
    [InlineData("public class Rest { public int Value { get; set; } [JsonExtensionData] public Dictionary<string, object> @params { get; init; } = []; }", "Rest")]
    [InlineData("public class Rest { public int Value { get; init; } = 1; [JsonExtensionData] public System.Text.Json.Nodes.JsonObject? @params { get; set; } }", "Rest")]
    [InlineData("public class Rest { public int Value { private get; init; } = 1; public int Other { get; init; } = 1; }", "Rest")]
    [InlineData("[JsonDerivedType(typeof(Dog), \"dog\")] public abstract record Pet(string Name); [JsonDerivedType(typeof(Dog), \"dog\")] public record Dog(string Name) : Pet(Name); public record Both(Dog Dog, Pet Pet);", "Both")]
    [InlineData("public record Chapter([property: MaxLength(10)] IReadOnlyList<Chapter> Parts); public record Book(IReadOnlyList<Chapter> Chapters);", "Book")]
    [InlineData("public record Any([property: AllowedValues(true, false)] bool Value, [property: AllowedValues(false, true, null)] bool? Other, [property: DeniedValues(true)] bool Third);", "Any")]
    [InlineData("public record None([property: DeniedValues(true, false)] bool Value);", "None")]
    [InlineData("public record None([property: DeniedValues(true, false)] bool? Value);", "None")]
    [InlineData("public record Tight([property: Range(-0.1, 1e-9)] Half Value, [property: Range(1e-300, 1e300)] float Other, [property: Range(-70000, 70000)] Half? Third);", "Tight")]
    [InlineData("", "IReadOnlyDictionary<int?, string>")]
    [InlineData("public record Map(IReadOnlyDictionary<DayOfWeek?, int> Days, IReadOnlyDictionary<string?, int> Names);", "Map")]
    public void Code_around_it_compiles_without_a_warning(string type, string use) =>
        Assert.Empty(string.Join("\n", GeneratedAssembly.Diagnose(Source(type, use))));

    /// <summary>What such members hold has a name of its own among the types, which is none in C#.</summary>
    [Fact]
    public void A_draft_of_members_that_are_read_in_another_way_compiles() => Assert.Empty(string.Join("\n", GeneratedAssembly.Diagnose("""
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Mimo;

        [MimoOutput]
        public partial record Reading(
            [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] List<double> Values,
            [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] Dictionary<string, double?>? Map,
            [property: JsonConverter(typeof(HexConverter))] int? Code);

        public sealed class HexConverter : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Convert.ToInt32(reader.GetString(), 16);

            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("x"));
        }
        """)));

    [Fact]
    public void A_tool_or_type_that_must_not_be_used_is_not_used_by_generated_code_either() => Assert.Empty(string.Join("\n", GeneratedAssembly.Diagnose("""
        using System;
        using Mimo;

        public static partial class Tools1
        {
            [MimoTool, Obsolete("moved", true)] public static int Gone(int value) => value;

            [MimoTool, Obsolete("moved")] public static int Old(Moved value) => value.Value;

            [MimoTool] public static int Kept(int value) => value;
        }

        [Obsolete("moved", true)] public record Moved(int Value);
        """)));

    /// <summary>Where the user uses such a type the user is told, and says that it is meant; in generated code nobody could.</summary>
    [Fact]
    public void What_is_experimental_or_obsolete_by_an_id_of_its_own_is_told_of_where_it_is_used_alone() => Assert.Empty(string.Join("\n", GeneratedAssembly.Diagnose("""
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        public record Aged([property: Obsolete("old", DiagnosticId = "APP001")] int Value, int Other);

        public class Accessor { public int Value { get; [Obsolete("old", DiagnosticId = "APP003")] set; } }

        public enum Level { Low, [Experimental("APP004")] High }

        [Experimental("APP002")] public record Trial(int Value);

        [Experimental("APP005")] public sealed record Circle(double Radius) : Shape;

        [Experimental("APP007")] public interface IClock;

        #pragma warning disable APP002, APP005, APP006, APP007
        [JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape;

        public static partial class Tools1
        {
            [MimoTool] public static Aged Age(Aged value, Accessor accessor, Level level, Level other) => value;

            [MimoTool] public static List<Trial?>? Try(Dictionary<string, Trial[]> value, Trial? next = null) => null;

            [MimoTool] public static Shape Draw(Shape value, [FromServices] IClock clock) => value;

            [MimoTool, Experimental("APP006")] public static int Test(int value) => value;
        }

        [MimoOutput] public partial record Answer(Trial Trial, List<Trial> Trials, Level Level);

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("Ask of {trial:json}.")] Task<Answer> AskAsync(Trial trial, CancellationToken cancellationToken = default);

            [UserPrompt("Ask of {trials:json}.")] IAsyncEnumerable<Answer.Draft> DraftAsync(Trial[] trials, CancellationToken cancellationToken = default);

            [UserPrompt("Ask.")] Task<Trial> TryAsync(CancellationToken cancellationToken = default);
        }
        """)));

    private static string Source(string type, string use) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Mimo;

        public static partial class Tools1
        {
            [MimoTool] public static {{use}} Echo({{use}} value) => value;
        }

        {{type}}
        """;
}
