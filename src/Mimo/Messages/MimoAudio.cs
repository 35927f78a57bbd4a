namespace Mimo;

/// <summary>Audio in a user message: WAV, MP3, AAC, FLAC, Ogg or MP4 (M4A).</summary>
public sealed class MimoAudio : MimoMedia
{
    private MimoAudio(string uri)
        : base(uri)
    {
    }

    private MimoAudio(ReadOnlyMemory<byte> data, string mediaType)
        : base(data, mediaType)
    {
    }

    internal override string Kind => "audio";

    /// <summary>Audio at an address the server can reach.</summary>
    /// <param name="uri">The address, http, https or data.</param>
    /// <returns>The audio.</returns>
    public static MimoAudio FromUri(string uri) => new(uri);

    /// <inheritdoc cref="FromUri(string)"/>
    public static MimoAudio FromUri(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return new(uri.OriginalString);
    }

    /// <summary>Audio sent along with the request.</summary>
    /// <param name="data">The bytes of the file; at most <see cref="MimoMedia.MaxBytes"/>. They must not change afterwards.</param>
    /// <param name="mediaType">Its media type, such as <c>audio/wav</c>.</param>
    /// <returns>The audio.</returns>
    /// <exception cref="ArgumentException">The media type is blank, or there are too many bytes.</exception>
    public static MimoAudio FromBytes(ReadOnlyMemory<byte> data, string mediaType) => new(data, mediaType);

    /// <summary>Audio sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="data">The bytes of the file, WAV, MP3, AAC, FLAC, Ogg or MP4 (M4A); at most <see cref="MimoMedia.MaxBytes"/>. They must not change afterwards.</param>
    /// <returns>The audio.</returns>
    /// <exception cref="ArgumentException">The bytes are no such audio, or too many.</exception>
    public static MimoAudio FromBytes(ReadOnlyMemory<byte> data) => Sniffed(data);

    /// <summary>Audio read from a stream to its end and sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="stream">Gives the bytes of the file; it stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The audio.</returns>
    /// <exception cref="ArgumentException">The bytes are no such audio, or more than <see cref="MimoMedia.MaxBytes"/>.</exception>
    public static async Task<MimoAudio> FromStreamAsync(Stream stream, CancellationToken cancellationToken = default) =>
        Sniffed(await MediaSource.ReadAsync(stream, cancellationToken).ConfigureAwait(false));

    /// <summary>Audio read from a file and sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The audio.</returns>
    /// <exception cref="ArgumentException">The bytes are no such audio, or more than <see cref="MimoMedia.MaxBytes"/>.</exception>
    public static async Task<MimoAudio> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        Sniffed(await MediaSource.ReadFileAsync(path, cancellationToken).ConfigureAwait(false));

    private static MimoAudio Sniffed(ReadOnlyMemory<byte> data) =>
        new(data, MediaSource.Known(MediaTypes.OfAudio(data.Span), data.IsEmpty, "audio", "WAV, MP3, FLAC, Ogg, MP4 (M4A) or AAC"));
}
