using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
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
    [InlineData("public record Square(int Side) : Shape; public static class Cache<T> { private sealed record Hidden(int Side) : Shape; }", "Shape data")]
    [InlineData("public record Square(int Side) : Shape; file record Hidden<T>(T Side) : Shape;", "Shape data")]
    [InlineData("public record Square(int Side) : Shape; [System.Obsolete(\"x\", true)] public static class Old { public record Hidden(int Side) : Shape; }", "Shape data")]
    [InlineData("public record Square(int Side) : Shape; public static class Cache<T> { public sealed record Entry(int Side) : Shape; }", "{|MIMO021:Shape|} data")]
    public Task Derived_types_are_all_known(string types, string parameters) => Check($$"""
        public abstract record Shape;

        {{types}}

        public partial class Holder { [MimoTool] static void Call({{parameters}}) { } }
        """);

    [Theory]
    [InlineData("where T : System.Numerics.INumber<T>", "string", false)]
    [InlineData("where T : System.Numerics.INumber<T>", "int", true)]
    [InlineData("where T : System.IComparable<T>", "Plain", false)]
    [InlineData("where T : System.IComparable<T>", "string", true)]
    [InlineData("where T : System.Collections.Generic.IEnumerable<object>", "string[]", true)]
    [InlineData("where T : System.Collections.Generic.IEnumerable<object>", "int[]", false)]
    [InlineData("where T : new()", "Plain", false)]
    [InlineData("where T : new()", "Full", false)]
    [InlineData("where T : new()", "Empty", true)]
    [InlineData("where T : new()", "int", true)]
    [InlineData("where T : struct", "int?", false)]
    [InlineData("where T : struct", "int", true)]
    [InlineData("where T : System.IComparable", "int?", false)]
    [InlineData("where T : unmanaged", "Named", false)]
    [InlineData("where T : unmanaged", "int", true)]
    [InlineData("where T : notnull", "string?", false)]
    [InlineData("where T : notnull", "int?", false)]
    [InlineData("where T : notnull", "string", true)]
    public void A_derived_type_whose_constraints_are_not_met_is_no_case(string constraint, string argument, bool isCase) => Assert.Equal(
        isCase,
        GeneratorHarness.Check($$"""
            public sealed record Plain(string Text);
            public sealed record Full { public required string Text { get; init; } }
            public sealed record Empty { public string? Text { get; init; } }
            public record struct Named(string Text);

            public abstract record Filter<T>;
            public sealed record Is<T>(T Value) : Filter<T>;
            public sealed record Between<T>(T Low, T High) : Filter<T> {{constraint}};

            public static partial class Holder { [Mimo.MimoTool] public static void Find(Filter<{{argument}}> filter) { } }
            """).Sources.Values.Any(static text => text.Contains("Between<", StringComparison.Ordinal)));

    [Fact]
    public Task The_message_names_the_generic_type_that_a_derived_one_stands_in() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        """
        public abstract record {|#1:Shape|};

        public static class Cache<T> { public sealed record Entry(int Side) : Shape; }

        public partial class Holder { [Mimo.MimoTool] static void Call({|#0:Shape|} data) { } }
        """,
        new DiagnosticResult("MIMO021", DiagnosticSeverity.Error).WithLocation(0).WithLocation(1).WithMessage(
            "'data' can't use the type 'Shape': 'Entry' derives from it and stands in 'Cache', which is generic, so nobody knows all of its types; name those that are meant with [JsonDerivedType], or make it abstract"));

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
