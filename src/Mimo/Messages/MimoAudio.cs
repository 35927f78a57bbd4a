namespace Mimo;

/// <summary>Audio in a user message: MP3, WAV, FLAC, M4A or OGG.</summary>
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
    /// <param name="data">The bytes of the file; must not change afterwards.</param>
    /// <param name="mediaType">Its media type, such as <c>audio/wav</c>.</param>
    /// <returns>The audio.</returns>
    public static MimoAudio FromBytes(ReadOnlyMemory<byte> data, string mediaType) => new(data, mediaType);
}
