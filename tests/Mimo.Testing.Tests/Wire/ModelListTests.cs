using System.Net;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Tests.Wire;

public sealed class ModelListTests
{
    [Fact]
    public async Task The_models_are_listed_with_those_that_only_speak()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await ListAsync(wire, "/v1/models", wire.Server.ApiKey);
        Assert.Equal("list", answer.Json["object"]!.GetValue<string>());
        JsonArray models = answer.Json["data"]!.AsArray();
        Assert.All(models, model => Assert.Equal(["id", "object", "owned_by"], model!.AsObject().Select(member => member.Key)));
        string[] ids = [.. models.Select(model => model!["id"]!.GetValue<string>())];
        Assert.Contains("mimo-v2-pro", ids);
        Assert.Contains("mimo-v2.5-tts", ids);
    }

    [Fact]
    public async Task The_list_needs_the_key_and_exists_only_under_its_path()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await ListAsync(wire, "/v1/models", "another")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ListAsync(wire, "/anthropic/v1/models", wire.Server.ApiKey)).Status);
    }

    private static async Task<WireAnswer> ListAsync(MimoWire wire, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("api-key", key);
        return await wire.SendAsync(request);
    }
}
