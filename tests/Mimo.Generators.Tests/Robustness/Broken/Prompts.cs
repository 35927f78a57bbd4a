using Mimo;
using System.Collections.Generic;
using System.Threading.Tasks;

[MimoPrompt(Tools = [typeof(Missing), null!, typeof(int), typeof(List<>)], Model = null!, Temperature = "hot", Stop = [1, null!], Thinking = (MimoThinking)9, Missing = 1)]
[SystemPrompt] [SystemPrompt(null!)] [SystemPrompt("{")] [SystemPrompt("{x.y.z:q}")]
public partial interface IBroken : IMissing, IBroken, IMimoPrompt<IBroken>
{
    [UserPrompt("{a}{a.b}{a:json}{b:list}{c:fence}{d:000}{}{ }{:}{a:}{a[0]}{{}}}")] Task<string> One(int a, Missing b, List<Missing> c, System.DateTime d);
    [UserPrompt("{a.Missing}{a.Length.X}{b.Inner.Inner.Value:json}")] Task<Missing> Two(string a, Loop b);
    [UserPrompt("")] int Three(ref int x, out int y, in int z, params int[] w);
    [UserPrompt(] Task<int> Four(;
    [UserPrompt("a"), AssistantPrompt(1), UserPrompt] IAsyncEnumerable<Missing> Five<T>(T t) where T : Missing;
    Task<(int, int)> Six();
    int Property { get; set; }
    event System.Action Event;
    int this[int x] { get; }
    static abstract void Static();
    void Body() { }
    [UserPrompt("x")] private Task<string> Private() => null!;
    [MimoTool] void Tool();
    [UserPrompt("x")] class Nested { }
    [UserPrompt("""
        {a
        """)] Task Raw(int a);
}

[MimoPrompt] public class NotAnInterface { [UserPrompt("x")] public Task<string> A() => null!; }
[MimoPrompt] public interface IGeneric<T> { [UserPrompt("{x}")] Task<T> A(T x); }
[MimoPrompt, MimoPrompt] partial interface ITwice { [MimoPrompt(Tools = null!)] [UserPrompt("x")] Task A(); }
public class Loop { public Loop Inner { get; set; } public Missing Value; }
