using System.Globalization;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo;

/// <summary>One try of an exchange whose answer comes in one piece.</summary>
internal static class WholeExchange
{
    public static Task<MimoResponse> RunAsync(Transport transport, RequestBody body, CallCancellation call) =>
        transport.Queue is { } queue ? RunInTurnAsync(queue, transport, body, call) : RunNowAsync(transport, body, call);

    /// <exception cref="MimoException">The answer is an error, or cannot be read.</exception>
    public static MimoResponse Read(PooledBuffer buffer, Transport transport, HttpResponseMessage response)
    {
        try
        {
            return ResponseReader.Read(buffer.Span, transport.Options.Format);
        }
        catch (Exception exception) when (exception is WireErrorException or JsonException)
        {
            throw ToException(exception, buffer, transport, response);
        }
    }

    private static async Task<MimoResponse> RunInTurnAsync(RequestQueue queue, Transport transport, RequestBody body, CallCancellation call)
    {
        using RequestTurn turn = await queue.WaitAsync(body.TextLength, call).ConfigureAwait(false);
        MimoResponse response = await RunNowAsync(transport, body, call).ConfigureAwait(false);
        turn.Settle(response.Usage);
        return response;
    }

    private static async Task<MimoResponse> RunNowAsync(Transport transport, RequestBody body, CallCancellation call)
    {
        using var timer = new ExchangeTimer(transport.Options, call, isSilenceLimited: false);
        using var buffer = new PooledBuffer();
        HttpResponseMessage? response = null;
        bool isComplete = false;
        try
        {
            response = await transport.PostAsync(body, stream: false, timer.Token).ConfigureAwait(false);
            if (!transport.IsAccepted(response))
            {
                throw await transport.ReadErrorAsync(response, timer).ConfigureAwait(false);
            }

            Stream answer = await response.Content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false);
            int count;
            do
            {
                timer.StartWait();
                count = await answer.ReadAsync(buffer.GetMemory(), timer.Token).ConfigureAwait(false);
                buffer.Advance(count);
                transport.ThrowIfTooLarge(buffer.Length);
            }
            while (count > 0);

            isComplete = true;
            return Read(buffer, transport, response);
        }
        catch (Exception exception) when (transport.IsBreak(exception, isHandlers: !isComplete))
        {
            throw transport.ToException(exception, timer, hasBegun: response is not null);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private static MimoException ToException(Exception exception, PooledBuffer buffer, Transport transport, HttpResponseMessage response)
    {
        if (exception is WireErrorException error)
        {
            return transport.ToApiException(error, response);
        }

        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"The answer of {transport.Address.Host} (HTTP {(int)response.StatusCode}, {buffer.Length} bytes) could not be read: {exception.Message} It begins: {transport.Excerpt(buffer.Span)}");
        return transport.Broken(MimoConnectionFailure.Malformed, text, exception);
    }
}
