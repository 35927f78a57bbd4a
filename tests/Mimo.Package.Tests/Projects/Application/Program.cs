using System.Text;
using Library;
using Mimo;
using Mimo.Testing;

// The same types of the library, read and written by generated code of both assemblies.
var client = new FakeMimo(static _ => MimoTurn.Text("""{"title":"Two","points":[{"x":1,"y":2},{"x":"3","y":4}]}"""));
Console.WriteLine(string.Join(' ', (await IPlotter.Create(client).PlotAsync("it")).Points));
Console.WriteLine(string.Join(' ', (await IReader.Create(client).ReadAsync("it")).Points));
await foreach (Drawing.Draft draft in IReader.Create(client).WatchAsync("it"))
{
    if (draft.Value is { } whole)
    {
        Console.WriteLine(whole.Title);
    }
}

var tools = MimoToolSet.Combine(Moves.Tools, Secrets.Tools, Turns.Tools);
foreach (MimoTool tool in tools)
{
    string argument = tool.Name.EndsWith("ell", StringComparison.Ordinal) ? """{"secret":{"word":"x"}}""" : """{"point":{"x":10,"y":0}}""";
    Console.WriteLine($"{tool.Name}: {(await tool.InvokeAsync(Encoding.UTF8.GetBytes(argument))).Content}");
}

Console.WriteLine(Encoding.UTF8.GetString(Turns.Tools[0].ParametersSchema.Span));

[MimoPrompt]
public partial interface IReader
{
    [UserPrompt("Read {what}.")]
    Task<Drawing> ReadAsync(string what, CancellationToken cancellationToken = default);

    [UserPrompt("Read {what}.")]
    IAsyncEnumerable<Drawing.Draft> WatchAsync(string what, CancellationToken cancellationToken = default);
}

internal static partial class Turns
{
    /// <summary>Turns a point around.</summary>
    /// <param name="point">What turns.</param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    internal static Point Turn(Point point) => new(-point.X, -point.Y);

    /// <summary>Tells the library's secret again.</summary>
    /// <param name="secret">The secret.</param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    internal static Secret Retell(Secret secret) => secret;
}
