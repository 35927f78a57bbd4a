using System.Text.Json.Serialization;
using Mimo;
using Mimo.Testing;

await using MimoServer mimo = await MimoServer.StartAsync();

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
builder.Services.AddSingleton(mimo);
builder.Services.AddSingleton<IMimoClient>(static services =>
{
    MimoServer server = services.GetRequiredService<MimoServer>();
    return new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint });
});
builder.Services.AddSingleton<Shop>();
builder.Services.AddScoped(static services => IAssistant.Create(services.GetRequiredService<IMimoClient>(), services.GetRequiredService<Shop>()));
WebApplication app = builder.Build();

app.MapGet("/order/{number}", static async (int number, IAssistant assistant, CancellationToken cancellationToken) =>
    await assistant.FindAsync(number, cancellationToken));
app.MapGet("/ask", static (string question, IAssistant assistant, CancellationToken cancellationToken) =>
    TypedResults.ServerSentEvents(assistant.AskAsync(question, cancellationToken)));
app.MapPost("/script", static (string[] answers, MimoServer server) =>
{
    server.Enqueue([.. answers.Select(static answer => MimoTurn.Text(answer))]);
});
app.MapPost("/script/call/{name}", static (string name, [Microsoft.AspNetCore.Mvc.FromBody] string arguments, MimoServer server) =>
{
    server.Enqueue(MimoTurn.ToolCall(name, arguments));
});
await app.RunAsync();

/// <summary>Answers customers.</summary>
[MimoPrompt(Tools = [typeof(Shop)])]
[SystemPrompt("You answer customers of a shop.")]
public partial interface IAssistant
{
    [UserPrompt("What is in order {number}?")]
    Task<Order> FindAsync(int number, CancellationToken cancellationToken = default);

    [UserPrompt("{question}")]
    IAsyncEnumerable<string> AskAsync(string question, CancellationToken cancellationToken = default);
}

public sealed partial class Shop
{
    /// <summary>Counts what is in stock</summary>
    /// <param name="item">The item's name</param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    public int CountStock(string item) => item.Length;
}

/// <summary>An order.</summary>
public sealed record Order(int Number, OrderState State, IReadOnlyList<string> Items);

public enum OrderState
{
    Open,
    Shipped,
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ApiJson : JsonSerializerContext;
