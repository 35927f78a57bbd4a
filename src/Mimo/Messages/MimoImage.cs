namespace Mimo;

/// <summary>An image in a user message: JPEG, PNG, GIF, WebP or BMP, at most 50 MB when fetched by address.</summary>
public sealed class MimoImage : MimoMedia
{
    private MimoImage(string uri)
        : base(uri)
    {
    }

    private MimoImage(ReadOnlyMemory<byte> data, string mediaType)
        : base(data, mediaType)
    {
    }

    internal override string Kind => "image";

    /// <summary>An image at an address the server can reach.</summary>
    /// <param name="uri">The address, http, https or data.</param>
    /// <returns>The image.</returns>
    public static MimoImage FromUri(string uri) => new(uri);

    /// <inheritdoc cref="FromUri(string)"/>
    public static MimoImage FromUri(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return new(uri.OriginalString);
    }

    /// <summary>An image sent along with the request.</summary>
    /// <param name="data">The bytes of the file; at most <see cref="MimoMedia.MaxBytes"/>. They must not change afterwards.</param>
    /// <param name="mediaType">Its media type, such as <c>image/png</c>.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The media type is blank, or there are too many bytes.</exception>
    public static MimoImage FromBytes(ReadOnlyMemory<byte> data, string mediaType) => new(data, mediaType);

    /// <summary>An image sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="data">The bytes of the file, JPEG, PNG, GIF, WebP or BMP; at most <see cref="MimoMedia.MaxBytes"/>. They must not change afterwards.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The bytes are no such image, or too many.</exception>
    public static MimoImage FromBytes(ReadOnlyMemory<byte> data) => Sniffed(data);

    /// <summary>An image read from a stream to its end and sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="stream">Gives the bytes of the file; it stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The bytes are no such image, or more than <see cref="MimoMedia.MaxBytes"/>.</exception>
    public static async Task<MimoImage> FromStreamAsync(Stream stream, CancellationToken cancellationToken = default) =>
        Sniffed(await MediaSource.ReadAsync(stream, cancellationToken).ConfigureAwait(false));

    /// <summary>An image read from a file and sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The bytes are no such image, or more than <see cref="MimoMedia.MaxBytes"/>.</exception>
    public static async Task<MimoImage> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        Sniffed(await MediaSource.ReadFileAsync(path, cancellationToken).ConfigureAwait(false));

    private static MimoImage Sniffed(ReadOnlyMemory<byte> data) =>
        new(data, MediaSource.Known(MediaTypes.OfImage(data.Span), data.IsEmpty, "image", "JPEG, PNG, GIF, WebP or BMP"));
}
