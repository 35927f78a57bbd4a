using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Mimo.Testing.Anthropic;
using Mimo.Testing.Conversations;
using Mimo.Testing.Faults;
using Mimo.Testing.OpenAI;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;

namespace Mimo.Testing.Server;

/// <summary>Answers HTTP requests: path, key, body, rules, journal and turn, reply, in this order.</summary>
internal sealed class RequestHandler(MimoServerOptions options, Journal journal, Script script, CancellationToken stopping)
{
    private static readonly FrozenDictionary<string, IWireFormat> Formats = new Dictionary<string, IWireFormat>(StringComparer.Ordinal)
    {
        ["/v1/chat/completions"] = new OpenAIFormat(),
        ["/anthropic/v1/messages"] = new AnthropicFormat(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Responder _responder = new(options.Seed);
    private readonly FaultSchedule _faults = new(options.Seed, options.FaultRate);
    private readonly object _arrival = new();

    public async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            MimoServerRequest request = await RequestReader.ReadAsync(context.Request, ending.Token).ConfigureAwait(false);
            DateTimeOffset now = options.TimeProvider.GetUtcNow();
            (ServerResponse response, IReadOnlyList<MimoFault> faults) = Answer(context.Request, request, now);
            request.Outcome = faults.Count == 0 ? response.Outcome : $"{response.Outcome} with {string.Join(", ", faults)}";
            await Delivery.SendAsync(context, response, faults, now, ending.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (ending.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The client hung up or the server is going down. What was begun must not look complete.
            context.Abort();
        }
    }

    private (ServerResponse Response, IReadOnlyList<MimoFault> Faults) Answer(HttpRequest http, MimoServerRequest request, DateTimeOffset now)
    {
        IWireFormat? format = request.Method == "POST" ? Formats.GetValueOrDefault(request.Path) : null;
        bool isModelList = request is { Method: "GET", Path: "/v1/models" };
        JsonElement? body = JsonText.TryParse(request.Body);
        bool withDataPrefix = options.PrefixErrorsWithData && body?.Member("stream").ValueKind == JsonValueKind.True;

        ApiError? error = format is null && !isModelList ? ApiError.NotFound
            : !Authentication.Accepts(http.Headers, options.ApiKey, format?.OwnKeyHeader) ? ApiError.InvalidKey
            : null;
        if (error is null && format is null)
        {
            journal.Add(request);
            return (ServerResponse.Json(ModelList.ToUtf8()), []);
        }

        error ??= CheckBody(http, body) ?? format!.Check(body!.Value, options.Strictness);
        ChatRequest? chat = error is null ? format!.Read(body!.Value) : null;
        error ??= ConversationRules.Check(chat!, options.Strictness) ?? CheckEmptyContent(format!, chat!);
        if (error is not null)
        {
            journal.Add(request);
            return (InShape(ServerResponse.Error(error, withDataPrefix), format), []);
        }

        (MimoTurn turn, Misfortune? misfortune, int number) = Arrive(request);
        return Answer(turn, misfortune, bent => Write(format!, chat!, bent, number, now, withDataPrefix));
    }

    /// <summary>Takes the number of a request and its turn together: of two requests at once, the first in the journal gets the first turn.</summary>
    private (MimoTurn Turn, Misfortune? Misfortune, int Number) Arrive(MimoServerRequest request)
    {
        lock (_arrival)
        {
            int number = journal.Add(request);
            Misfortune? misfortune = _faults.For(number);
            return (misfortune?.Instead ?? script.Next(keep: misfortune?.LosesAnswer == true), misfortune, number);
        }
    }

    private static (ServerResponse Response, IReadOnlyList<MimoFault> Faults) Answer(MimoTurn turn, Misfortune? misfortune, Func<MimoTurn, ServerResponse> write)
    {
        if (misfortune?.Oddity is { } oddity)
        {
            turn = turn.WithOddity(oddity);
        }

        ServerResponse response = write(turn);
        foreach (MimoFault fault in misfortune?.DeliveryFaults(response, turn) ?? [])
        {
            turn = turn.WithFault(fault);
        }

        MimoTurn seen = Effects.Of(turn, write);
        return (response with { Outcome = string.Join(" with ", seen.Oddities.Select(static bend => bend.ToString()).Prepend(response.Outcome)) }, seen.Faults);
    }

    /// <summary>The response by a turn: for the same arguments the same bytes.</summary>
    private ServerResponse Write(IWireFormat format, ChatRequest chat, MimoTurn turn, int number, DateTimeOffset now, bool withDataPrefix)
    {
        ServerResponse response = turn.Answer switch
        {
            ErrorAnswer answer => InShape(ServerResponse.Error(answer.Error, withDataPrefix || turn.Faults.Contains(MimoFault.DataPrefix)), format),
            RawAnswer answer => ServerResponse.Raw(answer.Status, answer.ContentType, answer.Body),
            _ => InShape(Write(format, chat, _responder.Respond(chat, turn, number, now), number), format),
        };
        return response with { Headers = turn.Headers };
    }

    private ServerResponse Write(IWireFormat format, ChatRequest chat, Reply reply, int number) => chat.Stream
        ? ServerResponse.EventStream(format.WriteEvents(reply, chat, new Dice(~options.Seed, number)), format.WriteErrorEvent)
        : ServerResponse.Json(format.WriteResponse(reply));

    private ServerResponse InShape(ServerResponse response, IWireFormat? format) =>
        options.StandardizeAnswers && format is not null ? StandardAnswers.Rewrite(response, format) : response;

    private ApiError? CheckEmptyContent(IWireFormat format, ChatRequest chat) =>
        options.RefuseEmptyContent && format is OpenAIFormat && chat.Messages.Any(static message => message is { Role: ChatRole.Assistant, Text.Length: 0 })
            ? ApiError.ParamIncorrect(OpenAIMessageRules.TextNotSet)
            : null;

    private static ApiError? CheckBody(HttpRequest http, JsonElement? body)
    {
        bool isJson = MediaTypeHeaderValue.TryParse(http.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        return !isJson ? ApiError.ParamIncorrect("Content-Type must be application/json")
            : body is null ? ApiError.NotJson
            : null;
    }
}
