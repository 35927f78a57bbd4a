using System.Runtime.CompilerServices;
using Mimo.Telemetry;
using Mimo.Wire;

namespace Mimo;

/// <summary>Talks to MiMo over HTTP. Make one and share it: it is safe for concurrent use and keeps connections open.</summary>
public sealed class MimoClient : IMimoClient, IDisposable
{
    private readonly MimoClientOptions _options;
    private readonly Transport _transport;
    private readonly CancellationTokenSource _disposal = new();

    // Set once the host has refused empty content and taken a blank, so that not every request must be refused first.
    private volatile bool _wantsBlanks;

    private RetryPolicy? _retry;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach MiMo.</param>
    /// <exception cref="MimoException">The key is missing, or the endpoint is no address the key may be sent to.</exception>
    public MimoClient(MimoClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _transport = new Transport(options);
    }

    /// <summary>
    /// Makes a client from <c>MIMO_API_KEY</c>, and where they are set <c>MIMO_BASE_URL</c>, <c>MIMO_FORMAT</c> (<c>openai</c> or
    /// <c>anthropic</c>) and <c>MIMO_MODEL</c>.
    /// </summary>
    /// <returns>The client.</returns>
    /// <exception cref="MimoException">A variable is missing or makes no sense.</exception>
    public static MimoClient FromEnvironment() => new(EnvironmentOptions.Read(Environment.GetEnvironmentVariable));

    /// <summary>The same, with further options.</summary>
    /// <param name="configure">Gives the options to use: <c>static options =&gt; options with { RateLimits = MimoRateLimits.PerAccount }</c>.</param>
    /// <returns>The client.</returns>
    /// <exception cref="MimoException">A variable is missing or makes no sense.</exception>
    public static MimoClient FromEnvironment(Func<MimoClientOptions, MimoClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return new MimoClient(configure(EnvironmentOptions.Read(Environment.GetEnvironmentVariable)));
    }

    // Made when the first try fails: most don't.
    private RetryPolicy Retry => _retry ??= new RetryPolicy(_options);

    /// <inheritdoc/>
    public async Task<MimoResponse> SendAsync(MimoRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using CallCancellation call = BeginCall(cancellationToken);
        using ChatObservation? observation = ChatObservation.Start(_options, request, isStreamed: false);
        try
        {
            using RequestBody body = Encode(request, stream: false, _wantsBlanks);
            MimoResponse response;
            try
            {
                response = await ReceiveAsync(body, call).ConfigureAwait(false);
            }
            catch (MimoException failure) when (MayRecover(failure, request, body))
            {
                response = await ReceiveAgainAsync(failure, request, body, call).ConfigureAwait(false);
            }

            observation?.Complete(response);
            return response;
        }
        catch (Exception exception)
        {
            NoteFailure(exception, call, observation);
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MimoUpdate> StreamAsync(MimoRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using CallCancellation call = BeginCall(cancellationToken);
        using ChatObservation? observation = ChatObservation.Start(_options, request, isStreamed: true);
        StreamExchange exchange = await OpenAsync(request, call, observation).ConfigureAwait(false);
        observation?.Begin();
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
                    hasMore = await exchange.ReadMoreAsync().ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    NoteFailure(exception, call, observation);
                    throw;
                }
            }
        }
    }

    /// <summary>
    /// Ends what is under way (with an <see cref="ObjectDisposedException"/>) and closes the connections, unless they belong to an
    /// HTTP client or handler that was handed in.
    /// </summary>
    public void Dispose()
    {
        // Not disposed itself: calls that begin later still ask it.
        _disposal.Cancel();
        _transport.Dispose();
    }

    private static MimoConnectionException TooLarge(long length, long limit) => new(
        MimoConnectionFailure.TooLarge,
        $"The request has {length} bytes, more than {limit} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.MaxRequestBytes)}). It was not sent.");

    private static void NoteFailure(Exception exception, CallCancellation call, ChatObservation? observation)
    {
        if (exception is OperationCanceledException cancellation && call.Translate(cancellation) is { } cause)
        {
            observation?.Fail(cause);
            throw cause;
        }

        observation?.Fail(exception);
    }

    private CallCancellation BeginCall(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposal.IsCancellationRequested, this);
        return new CallCancellation(_options, cancellationToken, _disposal.Token);
    }

    private Task<MimoResponse> ReceiveAsync(RequestBody body, CallCancellation call) => WholeExchange.RunAsync(_transport, body, call);

    // Apart, so that a first answer without a failure loads nothing of what tries again.
    private Task<MimoResponse> ReceiveAgainAsync(MimoException failure, MimoRequest request, RequestBody body, CallCancellation call) =>
        RecoverAsync(failure, request, body, stream: false, ReceiveAsync, call);

    private Task<StreamExchange> OpenAsync(RequestBody body, CallCancellation call) => StreamExchange.OpenAsync(_transport, body, call);

    private async Task<StreamExchange> OpenAsync(MimoRequest request, CallCancellation call, ChatObservation? observation)
    {
        try
        {
            using RequestBody body = Encode(request, stream: true, _wantsBlanks);
            try
            {
                return await OpenAsync(body, call).ConfigureAwait(false);
            }
            catch (MimoException failure) when (MayRecover(failure, request, body))
            {
                return await RecoverAsync(failure, request, body, stream: true, OpenAsync, call).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            NoteFailure(exception, call, observation);
            throw;
        }
    }

    private bool MayRecover(MimoException failure, MimoRequest request, RequestBody body) => Retry.MayRetryFirst(failure) || IsEmptyContentRefusal(failure, request, body);

    /// <summary>Some MiMo hosts refuse the empty content of a turn, mostly of one that holds only tool calls; those get one more try with a blank.</summary>
    private bool IsEmptyContentRefusal(MimoException failure, MimoRequest request, RequestBody body) =>
        !body.HasBlanks && failure is MimoApiException refusal && EmptyContentRefusal.Applies(refusal, request, _options.Format);

    /// <summary>Tries again after a first try that failed, as far as there is hope.</summary>
    private async Task<T> RecoverAsync<T>(
        MimoException failure,
        MimoRequest request,
        RequestBody body,
        bool stream,
        Func<RequestBody, CallCancellation, Task<T>> attempt,
        CallCancellation call)
    {
        using CancellationTokenSource end = call.LinkAll();
        RequestBody? blank = null;
        try
        {
            if (!IsEmptyContentRefusal(failure, request, body))
            {
                return await Retry.ContinueAsync(failure, TryAsync, end.Token).ConfigureAwait(false);
            }

            try
            {
                return await TryBlankAsync().ConfigureAwait(false);
            }
            catch (MimoException exception) when (Retry.MayRetryFirst(exception))
            {
                return await Retry.ContinueAsync(exception, TryAsync, end.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            blank?.Dispose();
        }

        async Task<T> TryAsync()
        {
            try
            {
                return await attempt(blank ?? body, call).ConfigureAwait(false);
            }
            catch (MimoApiException exception) when (blank is null && IsEmptyContentRefusal(exception, request, body))
            {
                // A host that was busy at first may refuse the content later. Within this try, so that the blank has no tries of its own.
                return await TryBlankAsync().ConfigureAwait(false);
            }
        }

        async Task<T> TryBlankAsync()
        {
            blank = Encode(request, stream, blankForEmptyContent: true);
            T result = await attempt(blank, call).ConfigureAwait(false);
            _wantsBlanks = true;
            return result;
        }
    }

    private RequestBody Encode(MimoRequest request, bool stream, bool blankForEmptyContent)
    {
        var body = new RequestBody(blankForEmptyContent);
        try
        {
            RequestWriter.Write(body.Buffer, request, new RequestWriting(_options.Format, _options.Model, stream, blankForEmptyContent), body);
            if (_options.RateLimits is not null)
            {
                body.MediaLength = MediaText.LengthIn(request.Messages);
            }

            return body.Length <= _options.MaxRequestBytes
                ? body
                : throw TooLarge(body.Length, _options.MaxRequestBytes);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
