using System.Net;
using System.Net.Http.Headers;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

public sealed class AuthenticationTests
{
    private const string InvalidKey = """{"error":{"code":"401","message":"Invalid API Key","param":"Please provide valid API Key","type":"invalid_key"}}""";

    [Fact]
    public async Task The_key_is_accepted_in_either_header()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer withApiKey = await SendAsync(wire, headers => headers.Add("api-key", wire.Server.ApiKey));
        WireAnswer withBearer = await SendAsync(wire, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", wire.Server.ApiKey));
        Assert.Equal(HttpStatusCode.OK, withApiKey.Status);
        Assert.Equal(HttpStatusCode.OK, withBearer.Status);
    }

    [Fact]
    public async Task A_missing_or_wrong_key_is_refused_as_by_the_service()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer[] answers =
        [
            await SendAsync(wire, _ => { }),
            await SendAsync(wire, headers => headers.Add("api-key", "another")),
            await SendAsync(wire, headers => headers.Add("Authorization", wire.Server.ApiKey)),
            await SendAsync(wire, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", "another")),
        ];
        foreach (WireAnswer answer in answers)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal(InvalidKey, answer.Text);
        }
    }

    [Fact]
    public async Task The_server_accepts_the_key_it_was_given_and_no_other()
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { ApiKey = "sk-mine" });
        Assert.Equal("sk-mine", wire.Server.ApiKey);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(wire, headers => headers.Add("api-key", "sk-mine"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(wire, headers => headers.Add("api-key", MimoServer.DefaultApiKey))).Status);
    }

    [Theory]
    [InlineData("POST", "/v1/completions")]
    [InlineData("GET", "/v1/chat/completions")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/anthropic/v1/models")]
    [InlineData("POST", "/v1/responses")]
    [InlineData("POST", "/v1/audio/speech")]
    [InlineData("POST", "/anthropic/v1/messages/count_tokens")]
    [InlineData("GET", "/v1/balance")]
    public async Task A_path_nobody_answers_is_not_found(string method, string path)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        WireAnswer answer = await wire.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("404", answer.Error["code"]!.GetValue<string>());
    }

    private static async Task<WireAnswer> SendAsync(MimoWire wire, Action<HttpRequestHeaders> addHeaders)
    {
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").ToJsonString());
        request.Headers.Clear();
        addHeaders(request.Headers);
        return await wire.SendAsync(request);
    }
}
