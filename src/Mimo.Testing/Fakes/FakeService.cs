using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Mimo.Testing.Conversations;
using Mimo.Testing.OpenAI;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;
using Mimo.Testing.Server;

namespace Mimo.Testing.Fakes;

/// <summary>The service at the end of a handler, in place of a network: one request is judged and answered as the server would.</summary>
internal sealed class FakeService : HttpMessageHandler
{
    private static readonly OpenAIFormat Format = new();
    private static readonly Responder Responder = new(seed: 0);
    private static readonly Uri Endpoint = new("https://fake-mimo.test");

    /// <summary>A key that nothing else can say by chance: the client blots it out of all that a turn says.</summary>
    private static readonly string ApiKey = Guid.NewGuid().ToString("N");

    private readonly MimoTurn _turn;
    private readonly int _number;

    private FakeService(MimoTurn turn, int number)
    {
        _turn = turn;
        _number = number;
    }

    /// <summary>A client whose one request gets this turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="number">The number of the request, from which ids and pieces follow.</param>
    /// <param name="model">The model of a request that names none.</param>
    public static MimoClient Connect(MimoTurn turn, int number, string model) => new(new MimoClientOptions
    {
        ApiKey = ApiKey,
        Model = model,
        Endpoint = Endpoint,
        Retry = MimoRetryOptions.None,
        HttpHandler = new FakeService(turn, number),
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        ServerResponse response = JsonText.TryParse(body) is { } json ? Answer(json) : ServerResponse.Error(ApiError.NotJson, withDataPrefix: false);
        var content = new ByteArrayContent([.. response.Parts.SelectMany(static part => part)]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(response.ContentType);
        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { Content = content, RequestMessage = request };
        foreach ((string name, string value) in _turn.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private ServerResponse Answer(JsonElement body)
    {
        if (Format.Check(body, MimoStrictness.Faithful) is { } malformed)
        {
            return ServerResponse.Error(malformed, withDataPrefix: false);
        }

        ChatRequest chat = Format.Read(body);
        if (ConversationRules.Check(chat, MimoStrictness.Faithful) is { } refusal)
        {
            return ServerResponse.Error(refusal, withDataPrefix: false);
        }

        return _turn.Answer switch
        {
            ErrorAnswer answer => ServerResponse.Error(answer.Error, withDataPrefix: false),
            RawAnswer answer => ServerResponse.Raw(answer.Status, answer.ContentType, answer.Body),
            _ => Write(chat, Responder.Respond(chat, _turn, _number, DateTimeOffset.UtcNow)),
        };
    }

    private ServerResponse Write(ChatRequest chat, Reply reply) => chat.Stream
        ? ServerResponse.EventStream(Format.WriteEvents(reply, chat, new Dice(0, _number)), Format.WriteErrorEvent)
        : ServerResponse.Json(Format.WriteResponse(reply));
}
