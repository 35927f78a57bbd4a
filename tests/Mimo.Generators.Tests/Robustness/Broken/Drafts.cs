using Mimo;
using System.Collections.Generic;
using System.Threading.Tasks;

[MimoOutput] public record NotPartial(int X);
[MimoOutput] public partial record Plan(string Title, List<Plan> Parts, Missing What, Plan.Draft Own, int title) { public record Draft; }
[MimoOutput, MimoOutput] public partial record Twice(int X, int X, );
[MimoOutput] public partial struct Value { }
[MimoOutput] public partial class Open<T> { public T Item { get; set; } public Open<Open<T>> Deeper { get; init; } }
[MimoOutput] public static partial class Static { }
[MimoOutput] public abstract partial record Shape { [MimoOutput] public partial record Circle(int Radius) : Shape; [MimoOutput] partial record
[MimoOutput] public partial interface INothing { }
[MimoOutput] partial record Own() : List<Own>;
[MimoOutput] public partial record Keys(Dictionary<Keys, Keys> Map, (int, Keys) Pair, Keys[,] Table, Keys?[]? Maybe);
[MimoOutput] enum Color { Red }
[MimoOutput] void Method() { }

[MimoPrompt]
public partial interface IDraft
{
    [UserPrompt("x")] IAsyncEnumerable<Plan.Draft> One();
    [UserPrompt("x")] IAsyncEnumerable<Missing.Draft> Two();
    [UserPrompt("x")] IAsyncEnumerable<Open<int>.Draft> Three();
    [UserPrompt("x")] IAsyncEnumerable<Shape.Circle.Draft> Four();
    [UserPrompt("x")] IAsyncEnumerable<.Draft> Five();
    [UserPrompt("x")] IAsyncEnumerable<Draft> Six();
    [UserPrompt("x")] Task<Plan.Draft> Seven();
    [UserPrompt("x")] IAsyncEnumerable<MimoResult<Plan>> Eight();
    [UserPrompt("x")] IAsyncEnumerable<> Nine();
}
