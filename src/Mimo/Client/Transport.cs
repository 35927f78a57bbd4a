using System.Globalization;
using System.Net.Http.Headers;
using Mimo.Wire;
using Polly.Timeout;

namespace Mimo;

/// <summary>The way to the server and back: posts requests, and makes typed exceptions of everything that fails on the way.</summary>
internal sealed class Transport : IDisposable
{
    private const int LargestErrorBody = 1024 * 1024;

    private readonly HttpMessageInvoker _http;
    private readonly bool _ownsHttp;
    private readonly bool _isHandedIn;
    private readonly string? _headerName;
    private readonly string? _headerValue;
    private ApiKeyRedactor? _redactor;
    private ApiErrors? _errors;
    private volatile bool _wasKeyAccepted;

    public Transport(MimoClientOptions options)
    {
        Options = options;
        Address = EndpointAddress.Resolve(options);
        if (ApiKeys.Require(options) is { } key)
        {
            (_headerName, _headerValue) = options.AuthHeader == MimoAuthHeader.ApiKey ? ("api-key", key) : ("Authorization", $"Bearer {key}");
        }

        if (options.HasLimits)
        {
            Queue = new RequestQueue(options);
        }

        // Without a client of the caller's there is no need for one: it would only add a time limit and headers of its own.
        _ownsHttp = options.HttpClient is null;
        _http = options.HttpClient ?? new HttpMessageInvoker(options.HttpHandler ?? DefaultHttpHandler.Create(Address), disposeHandler: options.HttpHandler is null);
        _isHandedIn = options.HttpClient is not null || options.HttpHandler is not null;
    }

    public MimoClientOptions Options { get; }

    public Uri Address { get; }

    /// <summary>Where requests wait for their turn; null where nothing limits them.</summary>
    public RequestQueue? Queue { get; }

    // These three are for failures, and the first answer of a process does not wait for what they need.
    private TimeSpan? ConnectTimeout => _ownsHttp ? DefaultHttpHandler.ConnectTimeoutOf(Options.HttpHandler) : null;

    private ApiKeyRedactor Redactor => _redactor ??= new ApiKeyRedactor(Options.ApiKey?.Trim());

    private ApiErrors Errors => _errors ??= new ApiErrors(Options, Redactor);

    /// <summary>The beginning of a body as it came, without the key.</summary>
    public string Excerpt(ReadOnlySpan<byte> body) => ErrorBody.Read(body, Redactor).Excerpt();

    /// <summary>Makes the exception of an exchange that broke; no text in it holds the key.</summary>
    public MimoConnectionException Broken(MimoConnectionFailure failure, string message, Exception? cause, MimoMessage? received = null) =>
        Redactor.Broken(failure, message, cause, received);

    /// <summary>Sends a request and gives the answer once its headers are there, whatever its status.</summary>
    public Task<HttpResponseMessage> PostAsync(RequestBody body, bool stream, CancellationToken cancellationToken)
    {
        // Not disposed: that would do no more than dispose the content, which holds nothing.
        var message = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new RequestBody.Content(body) };
        if (stream)
        {
            message.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        }

        if (_headerName is not null)
        {
            message.Headers.TryAddWithoutValidation(_headerName, _headerValue);
        }

        return _http is HttpClient client
            ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : _http.SendAsync(message, cancellationToken);
    }

    /// <summary>Whether the server answered with more than an error.</summary>
    public bool IsAccepted(HttpResponseMessage response)
    {
        bool isAccepted = response.IsSuccessStatusCode;
        if (isAccepted)
        {
            _wasKeyAccepted = true;
        }

        return isAccepted;
    }

    /// <summary>Makes the exception of an answer that is an error.</summary>
    public async Task<MimoApiException> ReadErrorAsync(HttpResponseMessage response, ExchangeTimer timer)
    {
        using var body = new PooledBuffer();
        try
        {
            ResponseStream stream = await OpenAsync(response, timer, isEventStream: false).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (body.Length < LargestErrorBody && await stream.ReadAsync(body.GetMemory()).ConfigureAwait(false) is > 0 and int count)
                {
                    body.Advance(count);
                }
            }
        }
        catch (MimoConnectionException)
        {
            // The status alone says enough; the body, as far as it came, is a help.
        }

        return Errors.Create((int)response.StatusCode, RetryAfter(response), body.Span, _wasKeyAccepted);
    }

    /// <summary>Gives the body of an answer as it comes in.</summary>
    public async Task<ResponseStream> OpenAsync(HttpResponseMessage response, ExchangeTimer timer, bool isEventStream)
    {
        Stream body = await response.Content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false);
        return new ResponseStream(body, this, timer, isEventStream);
    }

    /// <exception cref="MimoConnectionException">An answer of this many bytes is larger than allowed.</exception>
    public void ThrowIfTooLarge(long bytes)
    {
        if (bytes > Options.MaxResponseBytes)
        {
            throw TooLarge(Options.MaxResponseBytes);
        }
    }

    /// <summary>Whether an exception is one of the many ways in which the framework tells that an exchange broke or was given up.</summary>
    public static bool IsFrameworks(Exception exception) =>
        exception is OperationCanceledException or HttpRequestException or IOException or InvalidDataException;

    /// <summary>
    /// Whether an exception tells that an exchange broke or was given up. Handlers that were handed in may tell it in ways of their
    /// own, as resilience pipelines do, and decompression.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="isHandlers">Whether it came out of the handler: what the reading of an answer throws is nobody else's fault.</param>
    public bool IsBreak(Exception exception, bool isHandlers) =>
        IsFrameworks(exception) || (_isHandedIn && isHandlers && exception is not (MimoException or ObjectDisposedException));

    /// <summary>Makes the exception that the caller sees for one of those.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="timer">The timer of the try.</param>
    /// <param name="hasBegun">Whether the answer had begun.</param>
    public Exception ToException(Exception exception, ExchangeTimer timer, bool hasBegun)
    {
        // Sockets have no other time limit of their own before an answer begins.
        if (!hasBegun && !timer.IsEnded && ConnectTimeout is { } limit && exception is OperationCanceledException { InnerException: TimeoutException })
        {
            return Unreachable($"no connection came about within {limit}.", exception);
        }

        // Once a try is given up, whatever else its parts say about that is only an echo.
        if (exception is OperationCanceledException || timer.Token.IsCancellationRequested)
        {
            return timer.ToException(exception as OperationCanceledException ?? new OperationCanceledException(exception.Message, exception));
        }

        // Decompression tells damage as an invalid operation too. All else is the handler's own affair, as it is before an answer begins.
        return hasBegun && (IsFrameworks(exception) || exception is InvalidOperationException)
            ? Broken(MimoConnectionFailure.Cut, $"The connection broke in the middle of the answer: {exception.Message}", exception)
            : ToConnectionException(exception);
    }

    /// <summary>Makes the exception for an error object inside an answer that began well.</summary>
    public MimoApiException ToApiException(WireErrorException exception, HttpResponseMessage response) =>
        Errors.Create((int)response.StatusCode, RetryAfter(response), exception.Body, _wasKeyAccepted);

    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    private static MimoConnectionException TooLarge(long limit) =>
        new(MimoConnectionFailure.TooLarge, $"The answer is larger than {limit} bytes ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.MaxResponseBytes)}).");

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } header)
        {
            return RetryAfterSeconds(response.Headers);
        }

        // By the server's own clock where it tells it: the one here may be wrong.
        TimeSpan? wait = header.Delta ?? (header.Date - (response.Headers.Date ?? Options.TimeProvider.GetUtcNow()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>The seconds that the framework's own type has no room for: fractions, and more than fit into 32 bits, which count as that many.</summary>
    private static TimeSpan? RetryAfterSeconds(HttpResponseHeaders headers) =>
        headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values)
        && double.TryParse(values.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
        && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue))
            : null;

    private MimoConnectionException ToConnectionException(Exception exception)
    {
        if (!IsFrameworks(exception))
        {
            return Broken(
                exception is TimeoutException or TimeoutRejectedException ? MimoConnectionFailure.Timeout : MimoConnectionFailure.Unknown,
                $"The HTTP client or handler that was handed in gave the exchange with {Address.Authority} up with {exception.GetType().Name}: {exception.Message}",
                exception);
        }

        HttpRequestError error = (exception as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ResponseEnded;
        MimoConnectionFailure failure = error switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError => MimoConnectionFailure.Unreachable,
            HttpRequestError.ResponseEnded => MimoConnectionFailure.Cut,
            HttpRequestError.InvalidResponse => MimoConnectionFailure.Malformed,
            _ => MimoConnectionFailure.Unknown,
        };
        return failure == MimoConnectionFailure.Unreachable
            ? Unreachable(exception.Message, exception)
            : Broken(failure, $"The exchange with {Address.Authority} broke: {exception.Message}", exception);
    }

    private MimoConnectionException Unreachable(string reason, Exception exception) => Broken(
        MimoConnectionFailure.Unreachable,
        $"{Address.GetLeftPart(UriPartial.Authority)} could not be reached: {reason} Check the network and {EnvironmentOptions.BaseUrlVariable}.",
        exception);
}
