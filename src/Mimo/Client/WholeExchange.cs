using System.Globalization;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo;

/// <summary>One try of an exchange whose answer comes in one piece.</summary>
internal static class WholeExchange
{
    public static async Task<MimoResponse> RunAsync(Transport transport, RequestBody body, MimoClientOptions options, CancellationToken cancellationToken)
    {
        using var timer = new ExchangeTimer(options, cancellationToken);
        using HttpResponseMessage response = await transport.SendAsync(body, stream: false, timer).ConfigureAwait(false);
        using var buffer = new PooledBuffer();
        ResponseStream stream = await transport.OpenAsync(response, timer, isEventStream: false).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await buffer.ReadFromAsync(stream).ConfigureAwait(false);
        }

        return Read(buffer, transport, response, options.Format);
    }

    private static MimoResponse Read(PooledBuffer buffer, Transport transport, HttpResponseMessage response, MimoFormat format)
    {
        try
        {
            return ResponseReader.Read(buffer.Span, format);
        }
        catch (WireErrorException exception)
        {
            throw transport.ToApiException(exception, response);
        }
        catch (JsonException exception)
        {
            string text = string.Create(
                CultureInfo.InvariantCulture,
                $"The answer of {transport.Address.Host} (HTTP {(int)response.StatusCode}, {buffer.Length} bytes) could not be read: {exception.Message} It begins: {ErrorBody.Read(buffer.Span).Excerpt()}");
            throw transport.Broken(MimoConnectionFailure.Malformed, text, exception);
        }
    }
}
