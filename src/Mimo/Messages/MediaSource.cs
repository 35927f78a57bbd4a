namespace Mimo;

/// <summary>Reads the bytes of media, and no more of them than a request may hold.</summary>
internal static class MediaSource
{
    /// <summary>The media type that the first bytes tell.</summary>
    /// <exception cref="ArgumentException">They tell none.</exception>
    public static string Known(string? mediaType, bool isEmpty, string kind, string known) => mediaType ?? throw new ArgumentException(
        isEmpty ? $"There are no bytes, so there is no {kind}." : $"The bytes don't begin like {known}. If they are another {kind} that the model takes, name its media type: FromBytes(data, \"{kind}/…\").");

    /// <exception cref="ArgumentException">There are more bytes than allowed.</exception>
    public static void ThrowIfTooLarge(long length)
    {
        if (length > MimoMedia.MaxBytes)
        {
            throw new ArgumentException(
                $"The media has {(length == long.MaxValue ? "more than the" : $"{length} bytes, more than the")} {MimoMedia.MaxBytes} bytes that are sent along with a request. Put it where the server can fetch it, and use FromUri.");
        }
    }

    public static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek)
        {
            ThrowIfTooLarge(stream.Length - stream.Position);
        }

        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            // A stream may go on for ever.
            ThrowIfTooLarge(bytes.Length + read > MimoMedia.MaxBytes ? long.MaxValue : 0);
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    public static async Task<byte[]> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            return await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }
}
