namespace Mimo.Wire.Anthropic;

/// <summary>
/// An address that holds the bytes themselves (<c>data:image/png;base64,…</c>). In the OpenAI format it stands where any address
/// does; here what it says is told apart: only addresses to fetch from are sources of type <c>url</c>.
/// </summary>
internal readonly ref struct DataAddress
{
    private const string Scheme = "data:";
    private const string Encoding = ";base64";

    private DataAddress(ReadOnlySpan<char> mediaType, ReadOnlySpan<char> data)
    {
        MediaType = mediaType;
        Data = data;
    }

    /// <summary>The media type, such as <c>image/png</c>.</summary>
    public ReadOnlySpan<char> MediaType { get; }

    /// <summary>The bytes in base64.</summary>
    public ReadOnlySpan<char> Data { get; }

    /// <returns>False if the media has another address, or none.</returns>
    /// <exception cref="NotSupportedException">It has such an address, but one that names no media type or is not in base64.</exception>
    public static bool TryRead(MimoMedia media, out DataAddress address)
    {
        address = default;
        ReadOnlySpan<char> uri = media.Uri.AsSpan().Trim();
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int comma = uri.IndexOf(',');
        ReadOnlySpan<char> head = comma < 0 ? default : uri[Scheme.Length..comma];
        int parameters = head.IndexOf(';');
        if (parameters <= 0 || !head.EndsWith(Encoding, StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException(
                $"The request has {media}, but the Anthropic format takes data only as base64 of a media type, as in data:{media.Kind}/…;base64,…. Write the address so, or use {media.GetType().Name}.FromBytes.");
        }

        address = new DataAddress(head[..parameters], uri[(comma + 1)..]);
        return true;
    }
}
