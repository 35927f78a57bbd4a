using Mimo;
using System.Threading.Tasks
partial class { [MimoTool] static void A(int) { } [MimoTool] static B( { } }
partial class Open<T where T : class { [MimoTool] public T Get<U>(T t, U u = default
    [MimoTool] public static async Task<> Nothing(Task<> x, List< y, Dictionary<string z, params w) => ;
    [MimoTool] public static Task Next(, , int x,) { }
    [MimoTool] public static void () { }
    [MimoTool] public static (int,) Tuple((int) x, (,) y, int? ?z, int[ a, string[][ b) => (1,);
    /// <summary>Never <closed
    /// <param name="x">
    /// <param>
    /// <param name=>
    [MimoTool] public static void Commented(int x, this int y, ref ref int z, scoped in readonly int w) { }
    /** <summary> */ [MimoTool] public static void Block() { }
    /// &broken; <see cref="<<>>"/> <paramref/> <inheritdoc cref=/>
    [MimoTool] public static void Entities() { }
    #if NOT_DEFINED
    [MimoTool] void Hidden( {
    #endif
    #region never ended
    [MimoTool, public static void Attribute() { }
    [MimoTool] public required static partial override void Modifiers() { "unterminated
    $"{ {{ } \u12
    '
    /* never closed
