using Mimo;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

public record Self(Self Inner, List<Self> All, Dictionary<Self, Self> Map);
public record struct Pair(int A, int A);
public record Missing(Unknown First, List<Unknown> Second, Unknown<int>[] Third, int);
public abstract record Shape { public abstract int this[int index] { get; } }
[JsonDerivedType(typeof(Circle), "c"), JsonDerivedType(typeof(Square), "c"), JsonDerivedType(null!), JsonDerivedType(typeof(Unknown), 1), JsonDerivedType()]
public abstract record Broken;
public record Circle([Range("a", "b")] string Radius) : Broken;
public record Square([Range(typeof(Unknown), null!, null!)] int Side, [Range] int Other, [RegularExpression(null!)] string Text, [RegularExpression("[")] string More, [Length(1)] string Less) : Shape;
public record Loop : Loop;
public record A : B; public record B : A;
public record Base(int X) { public required int Y { get; } public int Z { get; init; } = ; }
public record Derived : Base;
[JsonConverter(null!)] public record Converted;
[JsonConverter(typeof(Nothing))] public record ConvertedToo;
public record Attributes([JsonPropertyName] int A, [JsonPropertyName(null!)] int B, [JsonIgnore(Condition = )] int C, [JsonNumberHandling("x")] int D, [AllowedValues(null!)] string E, [AllowedValues(typeof(int), new[] { 1 })] int F);
enum Empty { }
enum Same { A = 1, B = A, C = Unknown.Value, D = "text", A = 2 }
[System.Flags] enum Flags { A = -1, B = 1 << 40 }

public partial record Holder(int Number)
{
    [MimoTool] public Self Read(Self a, Pair b, Missing c, Shape d, Broken e, Circle f, Square g, Loop h, A i, Base j, Derived k, Converted l, ConvertedToo m, Attributes n, Empty o, Same p, Flags q) => a;
    [MimoTool] public void Print(int[] a, int[,,] b, int[][,] c, (int, string x, (int, int)) d, dynamic e, dynamic[] f, void* g, delegate*<int, void> h, nint i, __arglist) { }
    [MimoTool] public static void Defaults(int a = "x", string b = 1, Same c = (Same)9, Flags d = Flags.A | Flags.B, decimal e = 1.5m, int? f = default, Self g = new(), params int[] h = null, in int i = 3) { }
}
