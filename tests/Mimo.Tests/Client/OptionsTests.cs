using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

public class OptionsTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    [Fact]
    public void A_missing_key_is_explained()
    {
        MimoException exception = Assert.Throws<MimoException>(() => new MimoClient(new MimoClientOptions()));

        Assert.Contains("MIMO_API_KEY", exception.Message);
        Assert.Contains("MimoServer", exception.Message);
    }

    [Fact]
    public void The_environment_sets_key_host_format_and_model()
    {
        var variables = new Dictionary<string, string>
        {
            ["MIMO_API_KEY"] = " sk-1 ",
            ["MIMO_BASE_URL"] = "https://token-plan-sgp.xiaomimimo.com/v1",
            ["MIMO_FORMAT"] = "Anthropic",
            ["MIMO_MODEL"] = "mimo-v2.6-pro",
        };

        MimoClientOptions options = EnvironmentOptions.Read(name => variables.GetValueOrDefault(name));

        Assert.Equal("sk-1", options.ApiKey);
        Assert.Equal("token-plan-sgp.xiaomimimo.com", options.Endpoint.Host);
        Assert.Equal(MimoFormat.Anthropic, options.Format);
        Assert.Equal("mimo-v2.6-pro", options.Model);
    }

    [Theory]
    [InlineData("MIMO_BASE_URL", "no url")]
    [InlineData("MIMO_FORMAT", "grpc")]
    public void A_variable_that_makes_no_sense_is_named(string name, string value)
    {
        MimoException exception = Assert.Throws<MimoException>(() => EnvironmentOptions.Read(asked => asked == name ? value : null));

        Assert.Contains(name, exception.Message);
        Assert.Contains(value, exception.Message);
    }

    [Theory]
    [InlineData("https://api.mimo-v2.com", MimoFormat.OpenAI, "https://api.mimo-v2.com/v1/chat/completions")]
    [InlineData("https://api.mimo-v2.com/", MimoFormat.Anthropic, "https://api.mimo-v2.com/anthropic/v1/messages")]
    [InlineData("https://api.mimo-v2.com/v1", MimoFormat.OpenAI, "https://api.mimo-v2.com/v1/chat/completions")]
    [InlineData("https://api.mimo-v2.com/v1/", MimoFormat.Anthropic, "https://api.mimo-v2.com/anthropic/v1/messages")]
    [InlineData("https://api.mimo-v2.com/anthropic", MimoFormat.OpenAI, "https://api.mimo-v2.com/v1/chat/completions")]
    [InlineData("https://api.mimo-v2.com/anthropic/v1", MimoFormat.Anthropic, "https://api.mimo-v2.com/anthropic/v1/messages")]
    [InlineData("https://Api.MiMo-V2.com", MimoFormat.OpenAI, "https://api.mimo-v2.com/v1/chat/completions")]
    [InlineData("https://api.mimo-v2.com?tenant=7", MimoFormat.OpenAI, "https://api.mimo-v2.com/v1/chat/completions?tenant=7")]
    [InlineData("https://token-plan-ams.xiaomimimo.com", MimoFormat.Anthropic, "https://token-plan-ams.xiaomimimo.com/anthropic/v1/messages")]
    [InlineData("https://proxy.test:8443", MimoFormat.OpenAI, "https://proxy.test:8443/v1/chat/completions")]
    [InlineData("https://proxy.test:8443/team/mimo/v1?tenant=7", MimoFormat.OpenAI, "https://proxy.test:8443/team/mimo/v1/chat/completions?tenant=7")]
    public void Any_usual_way_to_write_the_host_will_do(string endpoint, MimoFormat format, string expected)
    {
        Assert.Equal(new Uri(expected), EndpointAddress.Resolve(new MimoClientOptions { Endpoint = new Uri(endpoint), Format = format }));
    }

    [Theory]
    [InlineData("http://api.mimo-v2.com")]
    [InlineData("ftp://api.mimo-v2.com")]
    public void The_key_is_not_sent_in_the_open(string endpoint)
    {
        MimoException exception = Assert.Throws<MimoException>(() => new MimoClient(new MimoClientOptions { ApiKey = "sk-1", Endpoint = new Uri(endpoint) }));

        Assert.Contains("https", exception.Message);
        using var allowed = new MimoClient(new MimoClientOptions { ApiKey = "sk-1", Endpoint = new Uri("http://inner.test"), AllowInsecureHttp = true });
    }

    [Fact]
    public void No_text_about_the_options_holds_the_key()
    {
        var options = new MimoClientOptions { ApiKey = "sk-secret\n1" };

        Assert.DoesNotContain("secret", options.ToString());
        Assert.DoesNotContain("secret", Assert.Throws<MimoException>(() => new MimoClient(new MimoClientOptions { ApiKey = "sk-secret\n1" })).ToString());
    }

    [Theory]
    [InlineData(MimoAuthHeader.ApiKey, "\r\napi-key: sk-1\r\n", "Authorization")]
    [InlineData(MimoAuthHeader.Bearer, "\r\nAuthorization: Bearer sk-1\r\n", "api-key")]
    public async Task The_key_travels_in_one_header_of_choice(MimoAuthHeader header, string expected, string absent)
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = "sk-1", AuthHeader = header });

        await client.SendAsync(Request);

        string head = Assert.Single(server.Requests).Head;
        Assert.Contains(expected, head);
        Assert.DoesNotContain(absent, head);
        Assert.Contains("Content-Type: application/json\r\n", head);
        Assert.StartsWith("POST /v1/chat/completions HTTP/1.1", head);
    }

    [Fact]
    public async Task The_clients_model_fills_in_and_the_requests_wins()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();

        await client.SendAsync(Request);
        await client.SendAsync(Request with { Model = "mimo-v2-omni" });

        Assert.Contains("\"model\":\"mimo-v2-pro\"", server.Requests[0].Text);
        Assert.Contains("\"model\":\"mimo-v2-omni\"", server.Requests[1].Text);
    }

    [Fact]
    public void A_limit_that_no_wait_can_have_is_refused_where_it_is_set()
    {
        AssertRefused("IdleTimeout", () => new MimoClientOptions { IdleTimeout = TimeSpan.Zero });
        AssertRefused("TryTimeout", () => new MimoClientOptions { TryTimeout = TimeSpan.FromSeconds(-1) });
        AssertRefused("TotalTimeout", () => new MimoClientOptions { TotalTimeout = TimeSpan.MinValue });
        AssertRefused("BaseDelay", () => new MimoRetryOptions { BaseDelay = TimeSpan.FromDays(2) });
        AssertRefused("MaxDelay", () => new MimoRetryOptions { MaxDelay = TimeSpan.FromSeconds(-1) });
        AssertRefused("MaxRetryAfter", () => new MimoRetryOptions { MaxRetryAfter = TimeSpan.MaxValue });
        AssertRefused("ToolTimeout", () => new MimoRunOptions { ToolTimeout = TimeSpan.Zero });
    }

    [Fact]
    public void A_number_below_the_least_that_makes_sense_is_refused_where_it_is_set()
    {
        AssertRefused("MaxRetries", () => new MimoRetryOptions { MaxRetries = -1 });
        AssertRefused("MaxRequestBytes", () => new MimoClientOptions { MaxRequestBytes = 0 });
        AssertRefused("MaxResponseBytes", () => new MimoClientOptions { MaxResponseBytes = -1 });
        AssertRefused("MaxToolRounds", () => new MimoRunOptions { MaxToolRounds = -1 });
        AssertRefused("MaxConsecutiveFailures", () => new MimoRunOptions { MaxConsecutiveFailures = 0 });
        AssertRefused("RepairAttempts", () => new MimoRunOptions { RepairAttempts = -1 });
        AssertRefused("MaxToolRounds", () => new MimoCallOptions { MaxToolRounds = -1 });
        AssertRefused("MaxConsecutiveFailures", () => new MimoCallOptions { MaxConsecutiveFailures = 0 });
        AssertRefused("RepairAttempts", () => new MimoCallOptions { RepairAttempts = -1 });

        Assert.Equal((0, 0), (new MimoRunOptions { MaxToolRounds = 0 }.MaxToolRounds, new MimoRunOptions { RepairAttempts = 0 }.RepairAttempts));
        Assert.Null(new MimoCallOptions { MaxToolRounds = null, MaxConsecutiveFailures = null, RepairAttempts = null }.MaxToolRounds);
    }

    [Fact]
    public async Task A_limit_longer_than_any_timer_is_none()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        using var client = new MimoClient(new MimoClientOptions
        {
            Endpoint = server.Endpoint,
            IdleTimeout = TimeSpan.MaxValue,
            TryTimeout = TimeSpan.MaxValue,
            TotalTimeout = TimeSpan.MaxValue,
        });

        Assert.Equal("ok", (await client.SendAsync(Request)).Text);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = new RawServer(RawReply.Json("{}", 307, "Location: http://127.0.0.1:1/\r\n"));
        using MimoClient client = server.Client();

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal(307, exception.Status);
    }

    [Fact]
    public async Task Many_exchanges_at_once_do_not_mix_their_bytes()
    {
        await using var server = new RawServer(request => RawReply.Json(Samples.Text(request.Text.Split("marker-")[1].Split('-')[0])));
        using MimoClient client = server.Client();

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            MimoMessage message = MimoMessage.User($"{new string('x', number * 50)} marker-{number}-");
            MimoResponse response = await client.SendAsync(new MimoRequest { Messages = [message] });
            return response.Text;
        }));

        Assert.Equal(Enumerable.Range(0, 200).Select(static number => $"{number}"), answers);
    }

    private static void AssertRefused(string name, Func<object> create)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => create());

        Assert.Equal(name, exception.ParamName);
        Assert.StartsWith($"{name} must be ", exception.Message);
    }
}
