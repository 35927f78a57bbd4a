using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.RateLimiting;
using Mimo.Wire;

namespace Mimo;

/// <summary>Talks to MiMo over HTTP. Make one and share it: it is safe for concurrent use and keeps connections open.</summary>
public sealed class MimoClient : IMimoClient, IDisposable
{
    private readonly MimoClientOptions _options;
    private readonly Transport _transport;
    private readonly RetryPolicy _retry;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach MiMo.</param>
    /// <exception cref="MimoException">The key is missing, or the endpoint is no address the key may be sent to.</exception>
    public MimoClient(MimoClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _transport = new Transport(options);
        _retry = new RetryPolicy(options);
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
        try
        {
            return await WithContentFallbackAsync(
                request,
                stream: false,
                body => _retry.ExecuteAsync(token => ReceiveAsync(body, token), total.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (total.IsExpired)
        {
            throw total.ToException(exception);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MimoUpdate> StreamAsync(MimoRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using TotalTimeout total = new(_options, cancellationToken);
        StreamExchange exchange;
        try
        {
            exchange = await WithContentFallbackAsync(
                request,
                stream: true,
                body => _retry.ExecuteAsync(token => OpenStreamAsync(body, total.Token, token), total.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (total.IsExpired)
        {
            throw total.ToException(exception);
        }

        await using (exchange.ConfigureAwait(false))
        {
            do
            {
                List<MimoUpdate> updates = exchange.Updates;
                for (int i = 0; i < updates.Count; i++)
                {
                    yield return updates[i];
                }
            }
            while (await ReadMoreAsync(exchange, total).ConfigureAwait(false));
        }
    }

    /// <summary>Closes the connections, unless they belong to an HTTP client or handler that was handed in.</summary>
    public void Dispose() => _transport.Dispose();

    private static async ValueTask<bool> ReadMoreAsync(StreamExchange exchange, TotalTimeout total)
    {
        try
        {
            return await exchange.ReadMoreAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (total.IsExpired)
        {
            throw total.ToException(exception);
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
        RequestWriter.Write(body.Buffer, request, new RequestWriting(_options.Format, _options.Model, stream, blankForEmptyContent));
        if (body.Buffer.Length > _options.MaxRequestBytes)
        {
            int length = body.Buffer.Length;
            body.Dispose();
            throw new MimoConnectionException(
                MimoConnectionFailure.TooLarge,
                $"The request has {length} bytes, more than {_options.MaxRequestBytes} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.MaxRequestBytes)}). It was not sent.");
        }

        return body;
    }

    private async Task<MimoResponse> ReceiveAsync(RequestBody body, CancellationToken cancellationToken)
    {
        int estimate = await WaitForTurnAsync(body, cancellationToken).ConfigureAwait(false);
        using var timer = new ExchangeTimer(_options, cancellationToken);
        using HttpResponseMessage response = await _transport.SendAsync(body, stream: false, timer).ConfigureAwait(false);
        using var buffer = new PooledBuffer();
        ResponseStream stream = await _transport.OpenAsync(response, timer, isEventStream: false).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await stream.ReadAsync(buffer.GetMemory(), CancellationToken.None).ConfigureAwait(false) is > 0 and int count)
            {
                buffer.Advance(count);
            }
        }

        MimoResponse answer = Read(buffer, response);
        _options.RateLimits?.Gate.Settle(estimate, answer.Usage);
        return answer;
    }

    private MimoResponse Read(PooledBuffer buffer, HttpResponseMessage response)
    {
        try
        {
            return ResponseReader.Read(buffer.Span, _options.Format);
        }
        catch (WireErrorException exception)
        {
            throw _transport.ToApiException(exception, response);
        }
        catch (JsonException exception)
        {
            ErrorBody body = ErrorBody.Read(buffer.Span);
            throw new MimoConnectionException(
                MimoConnectionFailure.Malformed,
                $"The answer of {_options.Endpoint.Host} (HTTP {(int)response.StatusCode}, {buffer.Length} bytes) could not be read: {exception.Message} It begins: {body.Excerpt()}",
                exception);
        }
    }

    private async Task<StreamExchange> OpenStreamAsync(RequestBody body, CancellationToken streamToken, CancellationToken cancellationToken)
    {
        await WaitForTurnAsync(body, cancellationToken).ConfigureAwait(false);
        return await StreamExchange.OpenAsync(_transport, body, _options, streamToken).ConfigureAwait(false);
    }

    private async ValueTask<int> WaitForTurnAsync(RequestBody body, CancellationToken cancellationToken)
    {
        if (_options.RateLimiter is { } limiter)
        {
            using RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            if (!lease.IsAcquired)
            {
                throw new MimoException($"The rate limiter in {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.RateLimiter)} turned the request away: its queue is full.");
            }
        }

        return _options.RateLimits is { } limits ? await limits.Gate.WaitAsync(body.Buffer.Length, cancellationToken).ConfigureAwait(false) : 0;
    }
}
