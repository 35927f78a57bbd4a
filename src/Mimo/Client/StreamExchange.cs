using System.Net.ServerSentEvents;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo;

/// <summary>One streamed answer on its way in.</summary>
internal sealed class StreamExchange : IAsyncDisposable
{
    private readonly Transport _transport;
    private readonly CallCancellation _call;
    private readonly ExchangeTimer _timer;
    private readonly HttpResponseMessage _response;
    private readonly ResponseStream _stream;
    private readonly StreamDecoder _decoder;
    private readonly IAsyncEnumerator<SseItem<bool>> _events;
    private readonly RequestTurn? _turn;
    private readonly bool _isJson;

    // What came before the first event; null once there is one.
    private PooledBuffer? _whole;
    private bool _isOver;

    private StreamExchange(Transport transport, CallCancellation call, ExchangeTimer timer, HttpResponseMessage response, ResponseStream stream, RequestTurn? turn)
    {
        _turn = turn;
        _transport = transport;
        _call = call;
        _timer = timer;
        _response = response;
        _stream = stream;
        _decoder = StreamDecoder.Create(transport.Options.Format);
        _isJson = IsJson(response);

        // A gateway that cannot stream answers as if it had not been asked to, and may call that a stream all the same; some also call
        // a stream JSON. So the events decide.
        stream.Copy = _whole = new PooledBuffer();
        _events = SseParser.Create(stream, Accept).EnumerateAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
    }

    /// <summary>What has come and was not handed out yet.</summary>
    public List<MimoUpdate> Updates => _decoder.Updates;

    /// <summary>
    /// Sends the request and waits for the first updates, so that whatever fails until then can be tried again.
    /// </summary>
    public static async Task<StreamExchange> OpenAsync(Transport transport, RequestBody body, CallCancellation call)
    {
        RequestTurn? turn = transport.Queue is { } queue ? await queue.WaitAsync(body.TextLength, call).ConfigureAwait(false) : null;
        var timer = new ExchangeTimer(transport.Options, call, isSilenceLimited: true);
        HttpResponseMessage? response = null;
        StreamExchange? exchange = null;
        try
        {
            response = await transport.PostAsync(body, stream: true, timer.Token).ConfigureAwait(false);
            if (!transport.IsAccepted(response))
            {
                throw await transport.ReadErrorAsync(response, timer).ConfigureAwait(false);
            }

            ResponseStream stream = await transport.OpenAsync(response, timer, isEventStream: true).ConfigureAwait(false);
            exchange = new StreamExchange(transport, call, timer, response, stream, turn);
            await exchange.ReadMoreAsync().ConfigureAwait(false);
            timer.EndTry();
            return exchange;
        }
        catch (Exception exception)
        {
            Exception failure = transport.IsBreak(exception, isHandlers: exchange is null) ? transport.ToException(exception, timer, hasBegun: response is not null) : exception;
            if (exchange is not null)
            {
                await exchange.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                response?.Dispose();
                timer.Dispose();
                turn?.Dispose();
            }

            if (failure != exception)
            {
                throw failure;
            }

            throw;
        }
    }

    /// <summary>Reads until there are new updates.</summary>
    /// <returns>False at the end of the stream.</returns>
    public async ValueTask<bool> ReadMoreAsync()
    {
        Updates.Clear();
        while (!_isOver && Updates.Count == 0)
        {
            bool hasMore;
            try
            {
                // Whatever has already arrived would otherwise still be handed out. An answer that is over stays as it is.
                _call.ThrowIfEnded();
                hasMore = await _events.MoveNextAsync().ConfigureAwait(false) && !_decoder.IsEnded;
            }
            catch (Exception exception) when (exception is WireErrorException or MimoConnectionException or JsonException)
            {
                ThrowUnlessComplete(exception);
                hasMore = false;
            }
            catch (OperationCanceledException exception) when (_call.Translate(exception) is MimoConnectionException timeout)
            {
                ThrowUnlessComplete(timeout);
                hasMore = false;
            }

            if (!hasMore)
            {
                Finish();
            }
        }

        return Updates.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        ForgetWhole();
        _response.Dispose();
        _timer.Dispose();
        _turn?.Dispose();
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    private bool Accept(string eventType, ReadOnlySpan<byte> data)
    {
        ForgetWhole();
        _decoder.Accept(data, eventType);
        return true;
    }

    private void Finish()
    {
        _isOver = true;
        if (_decoder.TryFinish())
        {
            _turn?.Settle(_decoder.Answer.Usage);
            return;
        }

        if (_whole is not { Length: > 0 } whole || (!_isJson && ResponseReader.MayBeginStream(whole.Span)))
        {
            throw Broken(MimoConnectionFailure.Cut, "The stream ended before the answer was complete: no finish reason came.", null);
        }

        MimoResponse answer = WholeExchange.Read(whole, _transport, _response);
        WholeAnswer.AddTo(Updates, answer);
        _turn?.Settle(answer.Usage);
    }

    private void ForgetWhole()
    {
        if (_whole is not null)
        {
            _stream.Copy = null;
            _whole.Dispose();
            _whole = null;
        }
    }

    /// <summary>What breaks once the finish reason is there costs nothing that matters: the answer is complete.</summary>
    private void ThrowUnlessComplete(Exception exception)
    {
        bool isComplete = _decoder.Answer.FinishReason is not null;
        switch (exception)
        {
            case WireErrorException error when !isComplete:
                throw _transport.ToApiException(error, _response);
            case MimoConnectionException connection when !isComplete:
                throw Broken(connection.Failure, connection.Message, connection);
            case JsonException when _stream.IsAtEnd && !isComplete:
                throw Broken(MimoConnectionFailure.Cut, "The stream was cut in the middle of an event.", exception);
            case JsonException when !isComplete:
                throw Broken(MimoConnectionFailure.Malformed, $"An event of the stream could not be read: {exception.Message}", exception);
        }
    }

    private MimoConnectionException Broken(MimoConnectionFailure failure, string message, Exception? exception) =>
        _transport.Broken(failure, message, exception, _decoder.Answer.BuildPartial());
}
