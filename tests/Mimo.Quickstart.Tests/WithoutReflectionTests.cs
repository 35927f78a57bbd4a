using System.Text;
using System.Text.Json;
using Mimo.Testing;
using Quickstart;

namespace Mimo.Quickstart.Tests;

/// <summary>Generated code runs where reflection-based serialization is switched off.</summary>
public sealed partial class WithoutReflectionTests
{
    [Fact]
    public void Reflection_based_serialization_is_switched_off_in_this_process()
    {
        Assert.False(JsonSerializer.IsReflectionEnabledByDefault);
        Assert.Throws<InvalidOperationException>(static () => JsonSerializer.Serialize(new Weather("Beijing", 22, TemperatureUnit.Celsius, "sunny")));
    }

    [Fact]
    public async Task A_tool_runs()
    {
        Assert.True(WeatherTools.Tools.TryGet("get_current_weather", out MimoTool? tool));

        MimoToolResult result = await tool.InvokeAsync(Encoding.UTF8.GetBytes("""{"location":"Beijing","unit":"fahrenheit"}"""));

        Assert.False(result.IsError);
        Assert.Equal("""{"location":"Beijing","temperature":72,"unit":"fahrenheit","sky":"sunny"}""", result.Content);
    }

    [Fact]
    public async Task A_prompt_runs()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using var client = new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint });
        server.Enqueue(MimoTurn.Text("""{"value":[{"name":"The Summer Palace","why":"for its lake"}]}"""));

        Place place = Assert.Single(await IGuide.Create(client).SuggestAsync("Beijing"));

        Assert.Equal(new Place("The Summer Palace", "for its lake"), place);
    }

    [MimoPrompt]
    public partial interface IGuide
    {
        [UserPrompt("Suggest places in {city}.")]
        Task<IReadOnlyList<Place>> SuggestAsync(string city);
    }

    public sealed record Place(string Name, string Why);
}
