using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>Several types behind one: which they are, and how they are told apart.</summary>
public class DerivedTypeRuleTests
{
    [Theory]
    [InlineData("\"square\"", "{|MIMO021:Shape|} data")]
    [InlineData("\"circle\"", "Shape data")]
    public Task Derived_types_can_be_told_apart(string discriminator, string parameter) => Check($$"""
        using System.Text.Json.Serialization;

        [JsonDerivedType(typeof(Square), "square")]
        [JsonDerivedType(typeof(Circle), {{discriminator}})]
        public abstract record Shape;

        public record Square(int Side) : Shape;

        public record Circle(int Radius) : Shape;

        public partial class Holder { [MimoTool] static void Call({{parameter}}) { } }
        """);

    [Theory]
    [InlineData("public record Circle<T>(T Radius) : Shape;", "{|MIMO021:Shape|} data")]
    [InlineData("public record Circle<T>(int Radius) : Shape; public record Ring(int Radius) : Circle<int>(Radius);", "{|MIMO021:Shape|} data")]
    [InlineData("public abstract record Circle<T>(T Radius) : Shape; public record Ring(int Radius) : Circle<int>(Radius);", "Shape data")]
    [InlineData("public record Square(int Side) : Shape; public record Circle<T>(T Radius) : Shape<T>; public abstract record Shape<T>;", "Shape data, Shape<int> other")]
    [InlineData("public record Square(int Side) : Shape; public record Circle<T>(T Radius) : Shape<T> where T : class; public record Whole(int Side) : Shape<int>; public abstract record Shape<T>;", "Shape data, Shape<int> other")]
    public Task Derived_types_are_all_known(string types, string parameters) => Check($$"""
        public abstract record Shape;

        {{types}}

        public partial class Holder { [MimoTool] static void Call({{parameters}}) { } }
        """);

    [Theory]
    [InlineData("[JsonDerivedType(typeof(Square), \"square\")]", "{|MIMO021:Shape|} data")] // No derived type of it.
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"radius\")] [JsonDerivedType(typeof(Circle), \"circle\")]", "{|MIMO021:Shape|} data")]
    [InlineData("[JsonDerivedType(typeof(Circle))] [JsonDerivedType(typeof(Ring))]", "System.Collections.Generic.List<{|MIMO021:Shape|}> data")]
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")] [JsonDerivedType(typeof(Circle), \"circle\")]", "Shape data")]
    [InlineData("[JsonDerivedType(typeof(Circle), 1)] [JsonDerivedType(typeof(Ring), 2)]", "Shape data")]
    public Task Derived_types_are_named_soundly(string attributes, string parameter) => Check($$"""
        using System.Text.Json.Serialization;

        {{attributes}}
        public abstract record Shape;

        public record Square(int Side);

        public record Circle(int Radius) : Shape;

        public record Ring(int Radius) : Shape;

        public partial class Holder { [MimoTool] static void Call({{parameter}}) { } }
        """);

    private static Task Check(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("using Mimo;\n" + code);
}
