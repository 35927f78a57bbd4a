using Mimo;

[MimoTool] void Local(int number) { }
[MimoTool] static async void LocalToo(ref int number) => await Missing();
Local(1);
var tools = Holder.Tools;
return tools.Count;

[MimoTool] public static void Orphan() { }
[MimoTool] int _field;
[UserPrompt("x")] Task<string> AlsoOrphan();

static partial class Holder
{
    [MimoTool] static string Find(string what) => Local(what);
    [MimoTool] static extern int Native(int x);
    [MimoTool] static int operator +(Holder a, Holder b) => 1;
    [MimoTool] static Holder() { }
    [MimoTool] ~Holder() { }
    [MimoTool] this[int x] => 1;
    [MimoTool] class Nested { [MimoTool] }
}

namespace Inner { [MimoTool] static void NoType() { } }
