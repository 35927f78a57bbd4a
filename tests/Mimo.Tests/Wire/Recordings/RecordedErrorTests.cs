using System.Net;
using System.Text;
using Mimo.Tests.Client;

namespace Mimo.Tests.Wire.Recordings;

/// <summary>Every refusal that was recorded is understood in both formats, plain and behind the prefix that hosts put before it, whole and cut.</summary>
public class RecordedErrorTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    public static TheoryData<string> Names => [.. Errors.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_refusal_says_what_it_says(string name)
    {
        RecordedError error = Errors.All[name];
        foreach (string prefix in new[] { "", "data:", "data: " })
        {
            await using var server = new RawServer(RawReply.Json(prefix + error.Body, error.Status));
            foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
            {
                using MimoClient client = server.Client(format);
                await AssertSaidAsync(error, prefix, () => client.SendAsync(Request));
                await AssertSaidAsync(error, prefix, () => StreamAsync(client));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_refusal_that_ends_at_any_byte_is_a_refusal_all_the_same(string name)
    {
        RecordedError error = Errors.All[name];
        byte[] body = Encoding.UTF8.GetBytes("data:" + error.Body);
        var answer = new CannedAnswer { Status = (HttpStatusCode)error.Status };
        using MimoClient client = answer.Client(MimoFormat.OpenAI);
        for (int length = 0; length < body.Length; length++)
        {
            answer.Body = body.AsMemory(0, length);
            answer.BreaksOff = length % 2 == 1;
            MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));
            Assert.Equal(error.Status, exception.Status);
            Assert.StartsWith(exception.RawBody.TrimEnd('\uFFFD'), "data:" + error.Body, StringComparison.Ordinal);
        }
    }

    private static async Task AssertSaidAsync(RecordedError error, string prefix, Func<Task> call)
    {
        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(call);

        Assert.Equal(
            (error.Status, error.Code, error.Type, error.Parameter, prefix + error.Body, error.IsTransient),
            (exception.Status, exception.Code, exception.Type, exception.Parameter, exception.RawBody, exception.IsTransient));
        Assert.Contains(error.Words, exception.Message, StringComparison.Ordinal);
    }

    private static async Task StreamAsync(MimoClient client)
    {
        await foreach (MimoUpdate update in client.StreamAsync(Request))
        {
            Assert.Fail($"A refusal gave {update}.");
        }
    }
}
