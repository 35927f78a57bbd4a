using System.Text;

namespace Mimo.Tests.Client;

/// <summary>Wherever a key may turn up by accident, in a server's words or in a variable of another name, no text repeats it.</summary>
public class KeySecrecyTests
{
    /// <summary>Keys of plan hosts begin as the JSON literal <c>true</c> does, which a parser's message quotes in full.</summary>
    private const string Key = "tp-0123456789";

    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    [Theory]
    [InlineData("tp-0123456789")]
    [InlineData("{\"choices\":tp-0123456789}")]
    [InlineData("{\"error\":{\"message\":\"Invalid key tp-0123456789\"}}")]
    public async Task An_answer_that_repeats_the_key_is_reported_without_it(string body)
    {
        await AssertSecretAsync(RawReply.Json(body), isStreamed: false);
        await AssertSecretAsync(RawReply.Json(body, 500), isStreamed: false);
        await AssertSecretAsync(RawReply.Events($"data: {body}\n\n"), isStreamed: true);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\ntp-0123456789\r\n\r\n")]
    [InlineData("tp-0123456789\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ntp-0123456789\r\n")]
    public async Task A_head_that_repeats_the_key_is_reported_without_it(string head)
    {
        await AssertSecretAsync(new RawReply(Encoding.ASCII.GetBytes(head)) { CloseAfterwards = true }, isStreamed: false);
        await AssertSecretAsync(new RawReply(Encoding.ASCII.GetBytes(head)) { CloseAfterwards = true }, isStreamed: true);
    }

    [Theory]
    [InlineData("MIMO_BASE_URL", "tp-0123456789")]
    [InlineData("MIMO_FORMAT", "sk-0123456789")]
    public void A_key_in_the_wrong_variable_is_noticed_and_not_shown(string name, string value)
    {
        MimoException exception = Assert.Throws<MimoException>(() => EnvironmentOptions.Read(asked => asked == name ? value : null));

        Assert.Contains(name, exception.Message);
        Assert.Contains("looks like an API key", exception.Message);
        Assert.DoesNotContain(value, exception.ToString());
    }

    [Theory]
    [InlineData("https://user:secret@host.test/v1?api-key=secret#secret")]
    [InlineData("http://user:secret@host.test/v1?api-key=secret#secret")]
    public void An_address_is_shown_without_what_may_be_a_secret_in_it(string address)
    {
        var options = new MimoClientOptions { Endpoint = new Uri(address), ApiKey = Key };

        Assert.DoesNotContain("secret", options.ToString());
        Assert.Contains("host.test", options.ToString());
        if (options.Endpoint.Scheme == "http")
        {
            MimoException exception = Assert.Throws<MimoException>(() => new MimoClient(options));
            Assert.DoesNotContain("secret", exception.Message);
            Assert.Contains("host.test", exception.Message);
        }
    }

    private static async Task AssertSecretAsync(RawReply reply, bool isStreamed)
    {
        await using var server = new RawServer(reply);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = Key, Retry = MimoRetryOptions.None });

        MimoException exception = await Assert.ThrowsAnyAsync<MimoException>(async () =>
        {
            if (!isStreamed)
            {
                await client.SendAsync(Request);
            }

            await foreach (MimoUpdate _ in client.StreamAsync(Request))
            {
            }
        });

        Assert.DoesNotContain(Key, exception.ToString());
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            Assert.DoesNotContain(Key, inner.Message);
            Assert.Empty(inner.Data);
        }
    }
}
