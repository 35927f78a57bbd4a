using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mimo;

namespace Library;

/// <summary>A point of the plane.</summary>
/// <param name="X">How far to the right.</param>
/// <param name="Y">How far up.</param>
public sealed record Point([property: Range(-10, 10)] int X, [property: Description("How far up.")] int Y);

internal sealed record Secret(string Word);

/// <summary>An answer that both assemblies ask for.</summary>
[MimoOutput]
public sealed partial record Drawing(string Title, IReadOnlyList<Point> Points);

[MimoPrompt(Tools = [typeof(Moves)])]
public partial interface IPlotter
{
    [UserPrompt("Plot {what}.")]
    Task<Drawing> PlotAsync(string what, CancellationToken cancellationToken = default);
}

public static partial class Moves
{
    /// <summary>Moves a point.</summary>
    /// <param name="point">What moves.</param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    public static Point Move(Point point) => point with { X = point.X + 1 };
}

internal static partial class Secrets
{
    /// <summary>Tells a secret.</summary>
    /// <param name="secret">The secret.</param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    internal static Secret Tell(Secret secret) => secret;
}
