using Mimo;
using Mimo.Testing;

await using MimoServer server = await MimoServer.StartAsync();
server.Enqueue(
    MimoTurn.ToolCall("add", """{"a":2,"b":"3"}"""),
    MimoTurn.Text("It is five."),
    MimoTurn.Text("""{"value":[{"name":"Rome","days":3}]}"""));
using var client = new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint });
IGuide guide = IGuide.Create(client);
Console.WriteLine(await guide.AskAsync("What is 2 + 3?"));
Console.WriteLine(string.Join(';', await guide.PlanAsync("Italy")));

[MimoPrompt(Tools = [typeof(Numbers)])]
public partial interface IGuide
{
    [UserPrompt("{question}")]
    Task<string> AskAsync(string question, CancellationToken cancellationToken = default);

    [UserPrompt("Where to go in {country}?")]
    Task<IReadOnlyList<Place>> PlanAsync(string country, CancellationToken cancellationToken = default);
}

public sealed record Place(string Name, int Days);

public static partial class Numbers
{
    /// <summary>Adds two numbers.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    public static int Add(int a, int b) => a + b;
}
