namespace Mimo;

/// <summary>Video in a user message: MP4, QuickTime, WebM, Matroska, AVI, WMV or MPEG.</summary>
public sealed class MimoVideo : MimoMedia
{
    private MimoVideo(string uri, double? framesPerSecond, string? mediaResolution)
        : base(uri)
    {
        FramesPerSecond = framesPerSecond;
        MediaResolution = mediaResolution;
    }

    private MimoVideo(ReadOnlyMemory<byte> data, string mediaType, double? framesPerSecond, string? mediaResolution)
        : base(data, mediaType)
    {
        FramesPerSecond = framesPerSecond;
        MediaResolution = mediaResolution;
    }

    /// <summary>How many frames per second the model looks at, 0.1 to 10; null leaves it to the server, which takes 2.</summary>
    public double? FramesPerSecond { get; }

    /// <summary><c>default</c> or <c>max</c>; null leaves it to the server.</summary>
    public string? MediaResolution { get; }

    internal override string Kind => "video";

    /// <summary>Video at an address the server can reach.</summary>
    /// <param name="uri">The address, http, https or data.</param>
    /// <param name="framesPerSecond">See <see cref="FramesPerSecond"/>.</param>
    /// <param name="mediaResolution">See <see cref="MediaResolution"/>.</param>
    /// <returns>The video.</returns>
    public static MimoVideo FromUri(string uri, double? framesPerSecond = null, string? mediaResolution = null) => new(uri, framesPerSecond, mediaResolution);

    /// <summary>Video at an address the server can reach.</summary>
    /// <param name="uri">The address, http, https or data.</param>
    /// <returns>The video; how closely it is looked at is left to the server.</returns>
    public static MimoVideo FromUri(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return FromUri(uri.OriginalString);
    }

    /// <summary>Video sent along with the request.</summary>
    /// <param name="data">The bytes of the file; at most <see cref="MimoMedia.MaxBytes"/>. They must not change afterwards.</param>
    /// <param name="mediaType">
    /// Its media type, such as <c>video/mp4</c>; null has it told by the first bytes, those of MP4, QuickTime, WebM, Matroska, AVI, WMV or
    /// MPEG.
    /// </param>
    /// <param name="framesPerSecond">See <see cref="FramesPerSecond"/>.</param>
    /// <param name="mediaResolution">See <see cref="MediaResolution"/>.</param>
    /// <returns>The video.</returns>
    /// <exception cref="ArgumentException">The media type is blank, or it is null and the bytes tell none; or there are too many bytes.</exception>
    public static MimoVideo FromBytes(ReadOnlyMemory<byte> data, string? mediaType = null, double? framesPerSecond = null, string? mediaResolution = null) =>
        mediaType is null ? Sniffed(data, framesPerSecond, mediaResolution) : new(data, mediaType, framesPerSecond, mediaResolution);

    /// <summary>Video read from a stream to its end and sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="stream">Gives the bytes of the file; it stays open.</param>
    /// <param name="framesPerSecond">See <see cref="FramesPerSecond"/>.</param>
    /// <param name="mediaResolution">See <see cref="MediaResolution"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The video.</returns>
    /// <exception cref="ArgumentException">The bytes are no such video, or more than <see cref="MimoMedia.MaxBytes"/>.</exception>
    public static async Task<MimoVideo> FromStreamAsync(Stream stream, double? framesPerSecond = null, string? mediaResolution = null, CancellationToken cancellationToken = default) =>
        Sniffed(await MediaSource.ReadAsync(stream, cancellationToken).ConfigureAwait(false), framesPerSecond, mediaResolution);

    /// <summary>Video read from a file and sent along with the request; its media type is told by its first bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="framesPerSecond">See <see cref="FramesPerSecond"/>.</param>
    /// <param name="mediaResolution">See <see cref="MediaResolution"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The video.</returns>
    /// <exception cref="ArgumentException">The bytes are no such video, or more than <see cref="MimoMedia.MaxBytes"/>.</exception>
    public static async Task<MimoVideo> FromFileAsync(string path, double? framesPerSecond = null, string? mediaResolution = null, CancellationToken cancellationToken = default) =>
        Sniffed(await MediaSource.ReadFileAsync(path, cancellationToken).ConfigureAwait(false), framesPerSecond, mediaResolution);

    private static MimoVideo Sniffed(ReadOnlyMemory<byte> data, double? framesPerSecond, string? mediaResolution) =>
        new(data, MediaSource.Known(MediaTypes.OfVideo(data.Span), data.IsEmpty, "video", "MP4, QuickTime, WebM, Matroska, AVI, WMV or MPEG"), framesPerSecond, mediaResolution);
}
