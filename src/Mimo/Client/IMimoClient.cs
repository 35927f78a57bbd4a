namespace Mimo;

/// <summary>Sends one request and gives back one answer; it runs no tools (see <see cref="MimoToolLoop"/> for that). Safe for concurrent use.</summary>
public interface IMimoClient
{
    /// <summary>Sends a request and waits for the whole answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the exchange and frees its connection.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="MimoApiException">The server refused the request or failed.</exception>
    /// <exception cref="MimoConnectionException">The exchange broke on the way, or took longer than it may.</exception>
    /// <exception cref="NotSupportedException">The request asks for what the client's format has no word for.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before or meanwhile.</exception>
    Task<MimoResponse> SendAsync(MimoRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends a request and gives the answer piece by piece, a <see cref="MimoFinishedUpdate"/> last. Nothing is sent before the
    /// enumeration begins; leaving it early frees the connection.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the exchange and frees its connection.</param>
    /// <returns>The updates in the order in which they happen.</returns>
    /// <exception cref="MimoApiException">The server refused the request or failed.</exception>
    /// <exception cref="MimoConnectionException">The exchange broke on the way, or took longer than it may.</exception>
    /// <exception cref="NotSupportedException">The request asks for what the client's format has no word for.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before or meanwhile.</exception>
    IAsyncEnumerable<MimoUpdate> StreamAsync(MimoRequest request, CancellationToken cancellationToken = default);
}
