using Microsoft.CodeAnalysis;
using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>Repairs of the types that tools reach, often in another file than the tool.</summary>
public class TypeFixTests
{
    [Fact]
    public Task The_types_that_derive_are_named() => Check<AddDerivedTypesCodeFixProvider>(
        "MIMO005",
        "IShape",
        """
        using System.Text.Json.Serialization;

        public interface IShape { int Sides { get; } }

        public record Square(int Sides) : IShape;

        public record Circle(int Sides) : IShape;

        public abstract record Other(int Sides) : IShape;
        """,
        """
        using System.Text.Json.Serialization;

        [JsonDerivedType(typeof(Circle), "Circle")]
        [JsonDerivedType(typeof(Square), "Square")]
        public interface IShape { int Sides { get; } }

        public record Square(int Sides) : IShape;

        public record Circle(int Sides) : IShape;

        public abstract record Other(int Sides) : IShape;
        """);

    [Fact]
    public Task Where_no_type_derives_nothing_is_offered() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, AddDerivedTypesCodeFixProvider>(
        "public interface IShape { int Sides { get; } } public partial class Holder { [Mimo.MimoTool] public static void Call({|MIMO005:IShape|} shape) { } }");

    [Fact]
    public Task Fields_become_properties() => Check<FieldsToPropertiesCodeFixProvider>(
        "MIMO006",
        "Data",
        """
        public class Data
        {
            /// <summary>Kept.</summary>
            public int X, Y;
            public readonly string Name = "a";
            public static int Count;
            private int _hidden;
        }
        """,
        """
        public class Data
        {
            /// <summary>Kept.</summary>
            public int X { get; set; }
            public int Y { get; set; }
            public string Name { get; init; } = "a";
            public static int Count;
            private int _hidden;
        }
        """);

    [Theory]
    [InlineData("public struct Point { public int X; }\npublic class Data { public Point Center; }", "data.Center.X = 3;")]
    [InlineData("public struct Point { public int X; }\npublic class Data { public Point Center; }", "data.Center.X++;")]
    [InlineData("public struct Point { public int X; }\npublic class Data { public Point Center; }", "(data.Center.X, _) = (1, 2);")]
    [InlineData("public struct Point { public int X; }\npublic class Data { public Point Center; }", "_ = new Data { Center = { X = 3 } };")]
    [InlineData("public struct Point { public int X; public void Move() => X++; }\npublic class Data { public Point Center; }", "data.Center.Move();")]
    [InlineData("public struct Point { private int _x; public int this[int index] { get => _x; set => _x = value; } }\npublic class Data { public Point Center; }", "data.Center[0] = 3;")]
    [InlineData("public class Data { public int X; }", "_ = int.TryParse(\"1\", out data.X);")]
    [InlineData("public class Data { public int X; }", "System.Threading.Interlocked.Increment(ref (data.X));")]
    [InlineData("public class Data { public int X; }", "System.Threading.Volatile.Read(in data.X);")]
    [InlineData("public class Data { public int X; }", "ref int x = ref data.X; x++;")]
    [InlineData("public class Data { public int X; }", "unsafe { fixed (int* x = &data.X) { *x = 1; } }")]
    [InlineData("public class Data { public volatile int X; }", "")]
    [InlineData("public struct Data { public int X; }", "Data other; other.X = 1;")]
    [InlineData("[System.Serializable] public class Data { public int X; [System.NonSerialized] public int Y; }", "")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public struct Data { [System.Runtime.InteropServices.FieldOffset(0)] public int X; }", "")]
    public Task Fields_that_are_used_as_no_property_could_be_are_left(string types, string use)
    {
        (string, string)[] code = [("Tools.cs", ToolsOver("{|MIMO006:Data|}")), ("Types.cs", types), ("Use.cs", $"class Use {{ void Call(Data data) {{ {use} }} }}")];
        return CodeFixCheck.RunAsync<MarkedCodeAnalyzer, FieldsToPropertiesCodeFixProvider>(code, code);
    }

    [Fact]
    public Task Fields_that_are_used_as_properties_could_be_become_properties()
    {
        const string Use = "class Use { void Call(Data data, System.Collections.Generic.List<int> list) { data.X += 1; (data.X, _) = (1, 2); data.X++; data.All[0] = 1; data.Other.X = 2; list.Add(data.Center.X + data.X.CompareTo(1)); data.Center = new Point { X = 1 }; _ = new Data { X = 1, Other = { X = 2 } }; _ = nameof(Data.X); } }";
        const string Point = "public struct Point { public int X { get; set; } }\n\n";
        return CodeFixCheck.RunAsync<MarkedCodeAnalyzer, FieldsToPropertiesCodeFixProvider>(
            [("Tools.cs", ToolsOver("{|MIMO006:Data|}")), ("Types.cs", Point + "public class Data\n{\n    public int X;\n    public int[] All = [1];\n    public Data Other = null!;\n    public Point Center;\n}\n"), ("Use.cs", Use)],
            [("Tools.cs", ToolsOver("Data")), ("Types.cs", Point + "public class Data\n{\n    public int X { get; set; }\n    public int[] All { get; set; } = [1];\n    public Data Other { get; set; } = null!;\n    public Point Center { get; set; }\n}\n"), ("Use.cs", Use)]);
    }

    [Fact]
    public Task A_tuple_becomes_a_record() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TupleToRecordCodeFixProvider>(
        """
        using Mimo;

        namespace Shop;

        public partial class Holder
        {
            [MimoTool] public static int First({|MIMO006:(int Count, int Price)|} line) => line.Count;
            [MimoTool] public static int Second({|MIMO006:(int, string)|}[] holder) => holder[0].Item1;
        }
        """,
        """
        using Mimo;

        namespace Shop;

        public partial class Holder
        {
            [MimoTool] public static int First(Line line) => line.Count;
            [MimoTool] public static int Second(HolderData[] holder) => holder[0].Item1;
        }

        public sealed record Line(int Count, int Price);

        public sealed record HolderData(int Item1, string Item2);
        """);

    [Fact]
    public Task A_property_can_be_set_when_its_object_is_created() => CheckSettable(
        """
        public int Number { get; init; }
            public int Other { get; init; } = 3;
        """,
        "MakeInit");

    [Fact]
    public Task A_private_setter_that_is_in_use_stays() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, MakeSettableCodeFixProvider>(
        Around("public int {|MIMO007:Number|} { get; private set; }\n    public void Add() => Number++;"),
        Around("[JsonIgnore]\n    public int Number { get; private set; }\n    public void Add() => Number++;"));

    [Fact]
    public Task A_property_can_be_said_to_be_no_data() => CheckSettable(
        """
        [JsonIgnore]
            public int Number { get; }

            [JsonIgnore]
            public int Other { get; private set; } = 3;
        """,
        "Ignore",
        separator: "\n");

    [Fact]
    public Task Members_of_one_name_are_told_apart() => Check<JsonNameCodeFixProvider>(
        "MIMO019",
        "Data",
        """
        using System.Text.Json.Serialization;

        public class Data { [JsonPropertyName("x")] public int A { get; set; } [JsonPropertyName("x")] public int B { get; set; } }
        """,
        """
        using System.Text.Json.Serialization;

        public class Data { [JsonPropertyName("x")] public int A { get; set; } [JsonPropertyName("b")] public int B { get; set; } }
        """);

    [Fact]
    public async Task A_parameter_whose_type_hides_a_member_elsewhere_keeps_its_name()
    {
        MetadataReference library = TestLibrary.Compile("public class Base { public string Kind { get; set; } = \"\"; } public class Data : Base { public new const string Kind = \"\"; }");
        var project = new RepairedProject("/project", [library], ("Main.cs", "public partial class Holder { [Mimo.MimoTool] public static void Take(Data data) { } }"));

        Diagnostic hidden = Assert.Single(await project.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO019");

        Assert.Empty(await project.OfferedAsync(hidden));
    }

    [Fact]
    public Task A_record_s_parameter_of_another_s_name_is_told_apart() => Check<JsonNameCodeFixProvider>(
        "MIMO019",
        "Data",
        """
        using System.Text.Json.Serialization;

        public record Data(int Number, int number);
        """,
        """
        using System.Text.Json.Serialization;

        public record Data(int Number, [property: JsonPropertyName("number2")] int number);
        """);

    [Fact]
    public Task A_constraint_of_a_member_is_repaired_where_it_is() => Check<ConstraintCodeFixProvider>(
        "MIMO015",
        "Data",
        """
        using System.ComponentModel.DataAnnotations;

        public record Data([property: Range(10, 1)] int Number);
        """,
        """
        using System.ComponentModel.DataAnnotations;

        public record Data([property: Range(1, 10)] int Number);
        """);

    /// <summary>The tools are in one file, the type in another; the mark is on the tools' parameters.</summary>
    private static Task Check<TFix>(string rule, string type, string before, string after)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TFix>(
            [("Tools.cs", ToolsOver($"{{|{rule}:{type}|}}")), ("Types.cs", before)],
            [("Tools.cs", ToolsOver(type)), ("Types.cs", after)]);

    private static Task CheckSettable(string after, string kind, string separator = "") => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, MakeSettableCodeFixProvider>(
        Around("public int {|MIMO007:Number|} { get; }\n" + separator + "    public int {|MIMO007:Other|} { get; private set; } = 3;"),
        Around(after),
        kind);

    private static string ToolsOver(string type) => $$"""
        using Mimo;
        using System.Collections.Generic;

        partial class Holder
        {
            [MimoTool] public static void First({{type}} data) { }
            [MimoTool] public static void Second(List<{{type}}> data) { }
        }
        """;

    private static string Around(string members) => $$"""
        using System.Text.Json.Serialization;

        public class Data
        {
            {{members}}
        }

        partial class Holder
        {
            [Mimo.MimoTool] public static void First(Data data) { }
            [Mimo.MimoTool] public static void Second(Data[] data) { }
        }
        """;
}
