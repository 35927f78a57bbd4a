using Mimo;
using System.Collections.Generic;
using System.Threading.Tasks;

class Usage
{
    private MimoClientOptions _a = new() { ApiKey = , }, _b = new MimoClientOptions { ApiKey = "sk-" + , ApiKey = null ?? (true ? "tp-c0ffee00c0ffee00c0ffee00" : ) };
    object Sets = MimoToolSet.Combine(, Nobody.Tools, this.Tools, Holder.Tools!, [Holder.Tools], ..Holder.Tools);
    object Turns(MimoToolCall call) => new[] { MimoMessage.Assistant(), MimoMessage.Assistant(toolCalls: [call, ..]), MimoMessage.Assistant(reasoning: , toolCalls: call), MimoMessage.Assistant([new MimoTextContent(], toolCalls: new[] { }), MimoMessage.Assistant(content: null!, toolCalls: default, nobody: 1) };
    void Calls(IAsk ask, Missing missing) { ask.; ask.AskAsync(; ask?.AskAsync()?.Result.; ask.AskAsync()!; (ask).AskAsync(); missing.AskAsync(); ask.AskAsync; await ask.AskAsync(); base.AskAsync(); IAsk.Create(); IAsk.Requests.; ask.AskAsync().Nothing(); }
    object Factory() => Microsoft.Extensions.AI.AIFunctionFactory.Create(Calls, Factory(), () => , delegate { }, null, Missing.Method);
    int this[MimoToolSet set] => set[0].InvokeAsync(default).Result.IsError ? 1 : ;
}

[MimoPrompt] partial interface IAsk { [UserPrompt("x")] Task<string> AskAsync(); [UserPrompt("{x}")] MimoRequest Build(string x) }

partial class Holder
{
    private static Task<int> Load() => ;
    [MimoTool] static int Block() => Load().Result + Load().GetAwaiter().GetResult( + Load().Wait(1).Result + Task.WaitAny(Load(),) + Missing.Result;
    [MimoTool] static int Sleep() { System.Threading.Thread.Sleep(; new System.Threading.SemaphoreSlim().Wait(; void Inner() { Inner(); Load().Wait() } Inner(; System.Func<int> f = () => f() + Load().Result; return f( }
    [MimoTool(Effect = )] static void Delete() { System.IO.File.Delete(; File.Delete("x"); new HttpClient().PostAsync(, ); HttpMethod.Post; db.SaveChanges(); SaveChanges( }
    [MimoTool] static System.Linq.IQueryable<> Query() => from x in select x;
    [MimoTool] static (int, (string a, Missing) b)[] Tuples() => [(1, ("a",)), (), (1), (a: 1, b: )];
    [MimoTool] static ref int Reference(ref int x) => ref ref x;
    [MimoTool] static int[,] Table() => new int[,] { { 1, }, 2, { } };
    [MimoTool] static async IAsyncEnumerable<System.Type> Sequence() { yield return; yield break 1; }
    [MimoTool] static Task<System.IO.Stream> Stream() { return Task.FromResult(); return Task.FromResult<>(System.IO.File.OpenRead()); return; }
}
