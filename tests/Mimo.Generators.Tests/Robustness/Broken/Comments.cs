using Mimo;
using System.ComponentModel;

/// <summary>Never closed
/// <param name="Nobody">
/// <param name=Number>&
public record Commented(/** <summary> */ int Number, [property: Description(] int Other, [Description("a"), Description(null!)] int Third)
{
    /// </summary><summary>
    /// <see cref="List<int"> <c><c> & &amp &#; &#xZZ; <![CDATA[ <!-- -- >
    [Description("b")] public int Member { get; init; }

    /** <summary> * </summary */ public required int Block { get; init; }

    ///
    /// <
    public int Short { get; init; }
    /// <inheritdoc cref="
    public override string ToString() => "";
}

/// <summary>Of no declaration &

partial class Holder
{
    /// <summary>a < b && c > d</summary>
    /// <param name="order">One.</param><param name="order">Two.</param><param name='>Three.</param>
    [MimoTool, Description("x"), Description("y")] public static void Take([Description("z")] Commented order, Commented[] others) { }
    /// <summary>&#0;</summary>
    [MimoTool] public static partial void Parts(int x);
    /// <summary>Other<
    public static partial void Parts(int x) { }
    #region <summary>
    /// <summary>
    #endregion
    [MimoTool] public static void Region(/// <summary>
        int x) { }
    // / <summary>
    //// <summary>&
    [MimoTool] public static void Plain() { } /// <summary>
}
/// <summary>
