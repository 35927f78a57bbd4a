using System.Runtime.CompilerServices;
using Mimo.Telemetry;
using Mimo.Wire;

namespace Mimo;

/// <summary>Talks to MiMo over HTTP. Make one and share it: it is safe for concurrent use and keeps connections open.</summary>
public sealed class MimoClient : IMimoClient, IDisposable
{
    private readonly MimoClientOptions _options;
    private readonly Transport _transport;
    private readonly RetryPolicy _retry;
    private readonly RequestQueue _queue;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach MiMo.</param>
    /// <exception cref="MimoException">The key is missing, or the endpoint is no address the key may be sent to.</exception>
    public MimoClient(MimoClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _transport = new Transport(options);
        _retry = new RetryPolicy(options);
        _queue = new RequestQueue(options);
    }

    /// <summary>
    /// Makes a client from <c>MIMO_API_KEY</c>, and where they are set <c>MIMO_BASE_URL</c>, <c>MIMO_FORMAT</c> (<c>openai</c> or
    /// <c>anthropic</c>) and <c>MIMO_MODEL</c>.
    /// </summary>
    /// <returns>The client.</returns>
    /// <exception cref="MimoException">A variable is missing or makes no sense.</exception>
    public static MimoClient FromEnvironment() => new(EnvironmentOptions.Read(Environment.GetEnvironmentVariable));

    /// <inheritdoc/>
    public async Task<MimoResponse> SendAsync(MimoRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using TotalTimeout total = new(_options, cancellationToken);
        using ChatObservation? observation = ChatObservation.Start(_options, request);
        try
        {
            MimoResponse response = await WithContentFallbackAsync(
                request,
                stream: false,
                body => _retry.ExecuteAsync(token => ReceiveAsync(body, token), total.Token)).ConfigureAwait(false);
            observation?.Complete(response);
            return response;
        }
        catch (Exception exception)
        {
            NoteFailure(exception, total, observation);
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MimoUpdate> StreamAsync(MimoRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using TotalTimeout total = new(_options, cancellationToken);
        using ChatObservation? observation = ChatObservation.Start(_options, request);
        StreamExchange exchange = await OpenAsync(request, total, observation).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            bool hasMore = true;
            while (hasMore)
            {
                List<MimoUpdate> updates = exchange.Updates;
                for (int i = 0; i < updates.Count; i++)
                {
                    if (updates[i] is MimoFinishedUpdate finished)
                    {
                        observation?.Complete(finished.Response);
                    }

                    yield return updates[i];
                }

                try
                {
                    // Whatever has already arrived would otherwise still be handed out.
                    total.Token.ThrowIfCancellationRequested();
                    hasMore = await exchange.ReadMoreAsync().ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    NoteFailure(exception, total, observation);
                    throw;
                }
            }
        }
    }

    /// <summary>Closes the connections, unless they belong to an HTTP client or handler that was handed in.</summary>
    public void Dispose() => _transport.Dispose();

    private static void NoteFailure(Exception exception, TotalTimeout total, ChatObservation? observation)
    {
        if (exception is OperationCanceledException cancellation && total.Translate(cancellation) is { } cause)
        {
            observation?.Fail(cause);
            throw cause;
        }

        observation?.Fail(exception);
    }

    private async Task<StreamExchange> OpenAsync(MimoRequest request, TotalTimeout total, ChatObservation? observation)
    {
        try
        {
            return await WithContentFallbackAsync(
                request,
                stream: true,
                body => _retry.ExecuteAsync(_ => OpenStreamAsync(body, total.Token), total.Token)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            NoteFailure(exception, total, observation);
            throw;
        }
    }

    /// <summary>Some MiMo hosts refuse the empty content of a turn that holds only tool calls; those get one more try with a blank.</summary>
    private async Task<T> WithContentFallbackAsync<T>(MimoRequest request, bool stream, Func<RequestBody, Task<T>> exchange)
    {
        try
        {
            using RequestBody body = Encode(request, stream, blankForEmptyContent: false);
            return await exchange(body).ConfigureAwait(false);
        }
        catch (MimoApiException exception) when (EmptyContentRefusal.Applies(exception, request, _options.Format))
        {
            using RequestBody body = Encode(request, stream, blankForEmptyContent: true);
            return await exchange(body).ConfigureAwait(false);
        }
    }

    private RequestBody Encode(MimoRequest request, bool stream, bool blankForEmptyContent)
    {
        var body = new RequestBody();
        try
        {
            RequestWriter.Write(body.Buffer, request, new RequestWriting(_options.Format, _options.Model, stream, blankForEmptyContent));
            return body.Buffer.Length <= _options.MaxRequestBytes
                ? body
                : throw new MimoConnectionException(
                    MimoConnectionFailure.TooLarge,
                    $"The request has {body.Buffer.Length} bytes, more than {_options.MaxRequestBytes} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.MaxRequestBytes)}). It was not sent.");
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private async Task<MimoResponse> ReceiveAsync(RequestBody body, CancellationToken cancellationToken)
    {
        using RequestTurn turn = await _queue.WaitAsync(body.Buffer.Length, cancellationToken).ConfigureAwait(false);
        MimoResponse response = await WholeExchange.RunAsync(_transport, body, _options, cancellationToken).ConfigureAwait(false);
        turn.Settle(response.Usage);
        return response;
    }

    private async Task<StreamExchange> OpenStreamAsync(RequestBody body, CancellationToken cancellationToken)
    {
        RequestTurn turn = await _queue.WaitAsync(body.Buffer.Length, cancellationToken).ConfigureAwait(false);
        return await StreamExchange.OpenAsync(_transport, body, _options, turn, cancellationToken).ConfigureAwait(false);
    }
}
