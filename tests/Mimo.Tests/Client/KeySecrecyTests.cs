using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Mimo.Testing;

namespace Mimo.Tests.Client;

/// <summary>Wherever a key may turn up by accident, in a server's words or in a variable of another name, no text repeats it.</summary>
[Collection(Listeners.Alone)]
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

    /// <summary>
    /// A server that puts the key, whole or cut, plain or escaped, anywhere into an answer of any kind: no exception, no trace and no
    /// text of the client holds more of it than providers show of a key themselves.
    /// </summary>
    [Fact]
    public async Task Wherever_the_key_comes_back_no_text_of_ours_holds_it()
    {
        List<string> traced = [];
        using ActivityListener listener = Listen(traced);
        Gen<string> keys = Gen.String[Gen.Char["abcXYZ0189-_/+\"\\<"], 20, 60].Select(static tail => $"sk-{tail}");
        await Gen.Select(keys, Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[0, 700], Gen.Bool, Gen.Bool).SampleAsync(
            async (key, shape, escape, padding, isCut, isStreamed) =>
            {
                string shown = Show(key, escape);
                shown = isCut ? shown[..(shown.Length * 3 / 4)] : shown;
                await using var server = new RawServer(Reply(shape, new string('x', padding), shown, isCut, isStreamed));
                using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = key, Retry = MimoRetryOptions.None, RecordContent = true });

                MimoException exception = await Assert.ThrowsAnyAsync<MimoException>(() => ReadAsync(client, isStreamed));

                List<string?> texts = [exception.ToString(), client.ToString()];
                if (exception is MimoApiException api)
                {
                    texts.AddRange([api.RawBody, api.Code, api.Type, api.Parameter]);
                }

                lock (traced)
                {
                    texts.AddRange(traced);
                    traced.Clear();
                }

                Assert.All(texts, text => AssertHolds(text, none: key));
            },
            iter: 300,
            threads: 1);
    }

    /// <summary>A gateway on this machine is often given any word for a key, which is no secret but may be one of the server's own.</summary>
    [Theory]
    [InlineData("x")]
    [InlineData("test")]
    [InlineData("limit")]
    public async Task A_word_that_stands_for_a_key_changes_nothing_of_what_the_server_says(string word)
    {
        const string Body = """{"error":{"code":"429","message":"test limit exceeded","param":"x","type":"limitation"}}""";
        await using var server = new RawServer(RawReply.Json(Body, 400));
        using var client = new MimoClient(server.Options() with { ApiKey = word });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal(("429", "limitation", "x", Body), (exception.Code, exception.Type, exception.Parameter, exception.RawBody));
        Assert.Contains("test limit exceeded", exception.Message);
        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task The_key_of_the_local_mimo_is_like_no_word_that_an_answer_may_hold()
    {
        const string Words = "local-mimo: the local MiMo of local-mimo.test, key of the local mimo, local_mimo_key, a mimo-key for local-mi";
        await using MimoServer server = await MimoServer.StartAsync();
        server.Enqueue(MimoTurn.Error(400, "local-mimo", Words));
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal("local-mimo", exception.Code);
        Assert.Contains(Words, exception.Message);
    }

    [Theory]
    [InlineData("MIMO_BASE_URL", "3f9a1c77d0e84b6f")]
    [InlineData("MIMO_BASE_URL", "Bearer 3f9a1c77d0e84b6f")]
    [InlineData("MIMO_FORMAT", "3f9a1c77d0e84b6f")]
    public void Of_what_may_be_a_key_of_any_other_kind_only_the_beginning_is_shown(string name, string value)
    {
        MimoException exception = Assert.Throws<MimoException>(() => EnvironmentOptions.Read(asked => asked == name ? value : null));

        Assert.Contains($"{name} begins with '{value[..4]}", exception.Message);
        AssertHolds(exception.ToString(), none: "3f9a1c77d0e8");
        Assert.DoesNotContain(value[4..], exception.ToString());
    }

    [Theory]
    [InlineData("3f9a1c7", "'3f9…'")]
    [InlineData("3f9a1c77d0e", "'3f9a1…'")]
    [InlineData("3f9a1c77d0e8", "'3f9a1c…'")]
    [InlineData("12345😀789abc", "'12345…'")]
    [InlineData("opanai", "'opanai'")]
    public void Of_a_short_value_no_more_than_half_is_shown_and_never_half_a_character(string value, string shown)
    {
        MimoException exception = Assert.Throws<MimoException>(() => EnvironmentOptions.Read(name => name == "MIMO_FORMAT" ? value : null));

        Assert.Contains($" {shown},", exception.Message);
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

    private static string Show(string key, int escape)
    {
        string plain = JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        return escape switch
        {
            0 => plain,
            1 => JsonEncodedText.Encode(key).ToString(),
            2 => plain.Replace("/", "\\/", StringComparison.Ordinal),
            _ => Uri.EscapeDataString(key),
        };
    }

    private static RawReply Reply(int shape, string padding, string shown, bool isCut, bool isStreamed)
    {
        string end = isCut ? string.Empty : "\",\"type\":\"\"}}";
        string body = shape switch
        {
            0 => $"{padding} {shown}",
            1 => $"{{\"error\":{{\"code\":\"401\",\"message\":\"{padding}{shown}{end}",
            2 => $"{{\"error\":{{\"code\":\"400\",\"message\":\"Param Incorrect\",\"param\":\"{padding}{shown}{end}",
            3 => $"{{\"error\":{{\"message\":\"m\",\"code\":\"{shown}{end}",
            4 => $"data:{{\"error\":{{\"message\":\"{padding}\",\"param\":\"{shown}{end}",
            5 => $"{{\"choices\":{shown}",
            _ => $"{{\"choices\":[{{\"message\":{{\"content\":7,\"{shown}",
        };
        return shape switch
        {
            6 => new RawReply(Encoding.ASCII.GetBytes($"HTTP/1.1 {shown}\r\n\r\n")) { CloseAfterwards = true },
            4 when isStreamed => RawReply.Events($"{body}\n\n"),
            _ when isStreamed => RawReply.Events($"data: {body}\n\n"),
            0 or 5 or 7 => RawReply.Json(body),
            _ => RawReply.Json(body, 400),
        };
    }

    private static async Task ReadAsync(MimoClient client, bool isStreamed)
    {
        if (!isStreamed)
        {
            await client.SendAsync(Request);
        }

        await foreach (MimoUpdate _ in client.StreamAsync(Request))
        {
        }
    }

    private static void AssertHolds(string? text, string none)
    {
        const int Harmless = 12;
        for (int start = 0; text is not null && start + Harmless <= none.Length; start++)
        {
            Assert.DoesNotContain(none.Substring(start, Harmless), text);
        }
    }

    private static ActivityListener Listen(List<string> traced)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Mimo",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traced)
                {
                    traced.Add($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
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
        Assert.DoesNotContain(BitConverter.ToString(Encoding.ASCII.GetBytes(Key))[..15], exception.ToString());
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            Assert.DoesNotContain(Key, inner.Message);
            Assert.Empty(inner.Data);
        }
    }
}
