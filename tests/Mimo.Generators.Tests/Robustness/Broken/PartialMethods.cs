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
