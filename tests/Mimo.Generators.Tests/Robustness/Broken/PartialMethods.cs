using Mimo;
using System.Threading;
using System.Threading.Tasks;

public partial class Orders
{
    [MimoTool] public static partial void WithoutBody(int number);
    [MimoTool] public static partial void TwoBodies(int number);
    public static partial void TwoBodies(int number) { }
    public static partial void TwoBodies(int other) { }
    [MimoTool] private partial Task<string> ImplementationOnly() => null!;
    [MimoTool] partial void Old(ref int number);
    [MimoTool] public partial int Differs(string? text = "a");
    public partial long Differs(string text) => 0;
    [MimoTool] [MimoTool("again")] public static void Twice() { }
    [MimoTool(] public static void Open() { }
    [MimoTool(Name = , Description = )] public static void Missing() { }
    [MimoTool(null!)] public static void Null() { }
    [MimoTool(1, 2, "x")] public static void TooMany() { }
    public partial int Property { [MimoTool] get; }
}

public partial class Orders
{
    [MimoTool] public static partial void WithoutBody(int number);
}

public class Orders { [MimoTool] static void NotPartial() { } }

public static partial class Prompts
{
    [MimoPrompt] [UserPrompt("{text}")] public static partial Task<string> Sound(this IMimoClient client, string text);
    [MimoPrompt] [UserPrompt("{text}")] public static partial Task<string> Sound(this IMimoClient client, string text);
    [MimoPrompt] [MimoPrompt] [UserPrompt] public static partial Task<> Twice(this client);
    [MimoPrompt(Tools = [typeof(Nobody), typeof(), null])] [UserPrompt(null!)] partial Unknown<string> Missing(this, IMimoClient, params out);
    [MimoPrompt] [UserPrompt("{client}{x.y.z}")] public partial IAsyncEnumerable<Prompts.Draft> Drafts<T, T>(IMimoClient client, T x) where T : class, struct, T;
    [MimoPrompt] [UserPrompt("x")] public static partial Task<string> TwoBodies(this IMimoClient client) => null!;
    [MimoPrompt] [UserPrompt("x")] public static partial Task<string> TwoBodies(this IMimoClient client) { }
    [MimoPrompt] [UserPrompt("x")] extern static Task Outside(IMimoClient client);
    [MimoPrompt] [UserPrompt("x")] public static Task operator +(Prompts a, IMimoClient b);
    [MimoPrompt] public Prompts();
    [UserPrompt("x")] [MimoPrompt] static partial Task Requests { get; }
    [UserPrompt("x")] public static partial
}

public class NotPartial { [MimoPrompt] [UserPrompt("x")] public static partial Task<string> Closed(IMimoClient client); }
public partial class Generic<T> { [MimoPrompt] [UserPrompt("x")] public static partial Task<T> In(IMimoClient client); }
file static partial class Local { [MimoPrompt] [UserPrompt("x")] public static partial Task<string> In(this IMimoClient client); }
