using Mimo.Wire;

namespace Mimo;

/// <summary>
/// An image, audio or video, given by an address the server can reach or by its bytes. Only the multimodal models accept them,
/// and only in user messages.
/// </summary>
public abstract class MimoMedia : MimoContent
{
    /// <summary>The most bytes that are sent along with a request: 50 MB, the size up to which MiMo takes an image by address.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private const int LongestShownUri = 120;

    private protected MimoMedia(string uri)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(uri);
        Uri = uri;
    }

    private protected MimoMedia(ReadOnlyMemory<byte> data, string mediaType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        MediaSource.ThrowIfTooLarge(data.Length);
        Data = data;
        MediaType = mediaType;
    }

    /// <summary>The address (http, https or data), exactly as given; null when the media is given by its bytes.</summary>
    public string? Uri { get; }

    /// <summary>The bytes of the file; empty when the media is given by its address.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>The media type of <see cref="Data"/>, such as <c>image/png</c>; null when the media is given by its address.</summary>
    public string? MediaType { get; }

    /// <summary>One word for previews: image, audio or video.</summary>
    internal abstract string Kind { get; }

    /// <inheritdoc/>
    public override string ToString() => Uri is null ? $"[{Kind} {MediaType}, {Data.Length} bytes]" : $"[{Kind} {ShortText.Of(Uri, LongestShownUri)}]";
}
