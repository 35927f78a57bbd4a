using Mimo;
using Missing.Namespace;
using static Missing.Type;
using Alias = Missing.Type;
using Tool = Mimo.MimoToolAttribute;
extern alias nowhere;

[assembly: MimoJsonContext(typeof(Missing))]
[assembly: MimoJsonContext(null!)]
[assembly: MimoJsonContext]

public partial class Holder : MissingBase, IMissing<int>
{
    [Tool, Missing] public Missing A(Alias a, nowhere::B b, global::C c, Mimo.D d, Missing<int, string>.Nested e, Missing[]? f, Missing? g, System.Missing h = null, Missing i = Missing.J) => default;
    [MimoTool(Effect = ToolEffect.Missing, TimeoutSeconds = "x", Name = Missing.Name)] public override Task<Missing> B([MimoParameter(Name = Missing)] int a, [FromServices(1)] Missing b, [Missing] int c) => default;
    [MimoTool] void MissingBase.C(CancellationToken token) { }
    [MimoTool] public IAsyncEnumerable<Missing> D() => default;
    [MimoTool] public System.Collections.Generic.List<Missing>.Enumerator E(System.Collections.Generic.List<> a, System.Collections.Generic.Dictionary<Missing, int> b, System.Nullable<Missing> c, System.Nullable<string> d) => default;
    [global::Mimo.MimoTool] public void F<T>(T a) where T : Missing { }
}

public class Generic<T> { public T Value { get; set; } public Generic<Generic<T>> Deeper { get; set; } public Missing Unknown { get; set; } }

public partial class Deep { [MimoTool] public static Generic<int> Down(Generic<string> a, Generic<Missing> b) => default; }
