using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Mimo.Testing.Conversations;
using Mimo.Testing.OpenAI;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;

namespace Mimo.Testing.Server;

/// <summary>Answers HTTP requests: journal, path, key, body, rules, reply, in this order.</summary>
internal sealed class RequestHandler(MimoServerOptions options, Journal journal, ConcurrentQueue<MimoTurn> script)
{
    private static readonly FrozenDictionary<string, IWireFormat> Formats = new Dictionary<string, IWireFormat>(StringComparer.Ordinal)
    {
        ["/v1/chat/completions"] = new OpenAIFormat(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Responder _responder = new(options.Seed, options.TimeProvider);

    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        try
        {
            MimoServerRequest request = await RequestReader.ReadAsync(context.Request, aborted).ConfigureAwait(false);
            int number = journal.Add(request);
            ServerResponse response = Answer(context.Request, request, number);
            await Delivery.SendAsync(context.Response, response, aborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (aborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The client hung up, which is its right.
        }
    }

    private ServerResponse Answer(HttpRequest http, MimoServerRequest request, int number)
    {
        JsonElement? body = JsonText.TryParse(request.Body);
        bool withDataPrefix = options.PrefixErrorsWithData && body?.Member("stream").ValueKind == JsonValueKind.True;
        IWireFormat? format = request.Method == "POST" ? Formats.GetValueOrDefault(request.Path) : null;
        ApiError? error = format is null && !IsModelList(request) ? ApiError.NotFound
            : !Authentication.Accepts(http.Headers, options.ApiKey) ? ApiError.InvalidKey
            : null;
        if (error is null && format is null)
        {
            return ServerResponse.Json(ModelList.ToUtf8());
        }

        error ??= CheckBody(http, body) ?? format!.Check(body!.Value, options.Strictness);
        if (error is not null)
        {
            return ServerResponse.Error(error, withDataPrefix);
        }

        ChatRequest chat = format!.Read(body!.Value);
        error = ConversationRules.Check(chat, options.Strictness);
        return error is not null
            ? ServerResponse.Error(error, withDataPrefix)
            : Answer(format, chat, number, withDataPrefix);
    }

    private ServerResponse Answer(IWireFormat format, ChatRequest chat, int number, bool withDataPrefix)
    {
        MimoTurn turn = script.TryDequeue(out MimoTurn? scripted) ? scripted : MimoTurn.Unscripted;
        ServerResponse response = turn.Answer switch
        {
            ErrorAnswer answer => ServerResponse.Error(answer.Error, withDataPrefix),
            RawAnswer answer => new ServerResponse(answer.Status, answer.ContentType, [answer.Body]),
            _ => Answer(format, chat, _responder.Respond(chat, turn.Answer as ScriptedReply, number), new Dice(~options.Seed, number)),
        };
        return response with { Headers = turn.Headers };
    }

    private static ServerResponse Answer(IWireFormat format, ChatRequest chat, Reply reply, Dice dice) => chat.Stream
        ? ServerResponse.EventStream(format.WriteEvents(reply, chat, dice))
        : ServerResponse.Json(format.WriteResponse(reply));

    private static bool IsModelList(MimoServerRequest request) => request is { Method: "GET", Path: "/v1/models" };

    private static ApiError? CheckBody(HttpRequest http, JsonElement? body)
    {
        bool isJson = MediaTypeHeaderValue.TryParse(http.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        return !isJson ? ApiError.ParamIncorrect("Content-Type must be application/json")
            : body is null ? ApiError.ParamIncorrect("The body is not valid JSON")
            : null;
    }
}
