using System.Net.Http.Headers;
using Mimo.Wire;

namespace Mimo;

/// <summary>Sends one request once and gives back an answer that began well. Every failure is typed here.</summary>
internal sealed class Transport : IDisposable
{
    private const int LargestErrorBody = 1024 * 1024;

    private readonly MimoClientOptions _options;
    private readonly Uri _address;
    private readonly ApiKeyRedactor _redactor;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly string? _headerName;
    private readonly string? _headerValue;

    public Transport(MimoClientOptions options)
    {
        _options = options;
        _address = EndpointAddress.Resolve(options);
        _redactor = new ApiKeyRedactor(options.ApiKey?.Trim());
        Errors = new ApiErrors(options, _redactor);
        if (ApiKeys.Require(options) is { } key)
        {
            (_headerName, _headerValue) = options.AuthHeader == MimoAuthHeader.ApiKey ? ("api-key", key) : ("Authorization", $"Bearer {key}");
        }

        _ownsHttp = options.HttpClient is null;
        _http = options.HttpClient ?? CreateHttpClient(options.HttpHandler);
    }

    public ApiErrors Errors { get; }

    public Uri Address => _address;

    /// <summary>Makes the exception of an exchange that broke; no text in it holds the key.</summary>
    public MimoConnectionException Broken(MimoConnectionFailure failure, string message, Exception? cause, MimoMessage? received = null) =>
        _redactor.Broken(failure, message, cause, received);

    public async Task<HttpResponseMessage> SendAsync(RequestBody body, bool stream, ExchangeTimer timer)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = body.CreateContent() };
        message.Headers.TryAddWithoutValidation("Accept", stream ? "text/event-stream" : "application/json");
        if (_headerName is not null)
        {
            message.Headers.TryAddWithoutValidation(_headerName, _headerValue);
        }

        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw timer.ToException(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw ToConnectionException(exception);
        }

        if (response.IsSuccessStatusCode)
        {
            Errors.NoteAccepted();
            return response;
        }

        using (response)
        {
            throw await ReadErrorAsync(response, timer).ConfigureAwait(false);
        }
    }

    /// <summary>Opens the body of an answer.</summary>
    public async Task<ResponseStream> OpenAsync(HttpResponseMessage response, ExchangeTimer timer, bool isEventStream)
    {
        Stream body;
        try
        {
            body = await response.Content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw timer.ToException(exception);
        }

        return new ResponseStream(body, timer, _redactor, _options.MaxResponseBytes, isEventStream);
    }

    /// <summary>Makes the exception for an error object inside an answer that began well.</summary>
    public MimoApiException ToApiException(WireErrorException exception, HttpResponseMessage response) =>
        Errors.Create((int)response.StatusCode, RetryAfter(response), exception.Body);

    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    private static HttpClient CreateHttpClient(HttpMessageHandler? handler) =>
        new(handler ?? CreateHandler(), disposeHandler: handler is null) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler CreateHandler() => new()
    {
        // A redirect would carry the key to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(30),

        // A finished answer has but its last bytes to come; one that is left early is to stop at once, for each token costs.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
    };

    private async Task<Exception> ReadErrorAsync(HttpResponseMessage response, ExchangeTimer timer)
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
        catch (OperationCanceledException exception)
        {
            return exception;
        }

        return Errors.Create((int)response.StatusCode, RetryAfter(response), body.Span);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        RetryConditionHeaderValue? header = response.Headers.RetryAfter;
        TimeSpan? wait = header?.Delta ?? (header?.Date - _options.TimeProvider.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private MimoConnectionException ToConnectionException(Exception exception)
    {
        HttpRequestError error = (exception as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ResponseEnded;
        MimoConnectionFailure failure = error switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError => MimoConnectionFailure.Unreachable,
            HttpRequestError.ResponseEnded => MimoConnectionFailure.Cut,
            HttpRequestError.InvalidResponse => MimoConnectionFailure.Malformed,
            _ => MimoConnectionFailure.Unknown,
        };
        string text = failure == MimoConnectionFailure.Unreachable
            ? $"{_address.GetLeftPart(UriPartial.Authority)} could not be reached: {exception.Message} Check the network and {EnvironmentOptions.BaseUrlVariable}."
            : $"The exchange with {_address.Authority} broke: {exception.Message}";
        return Broken(failure, text, exception);
    }
}
