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
    /// <param name="data">The bytes of the file; must not change afterwards.</param>
    /// <param name="mediaType">Its media type, such as <c>image/png</c>.</param>
    /// <returns>The image.</returns>
    public static MimoImage FromBytes(ReadOnlyMemory<byte> data, string mediaType) => new(data, mediaType);
}
