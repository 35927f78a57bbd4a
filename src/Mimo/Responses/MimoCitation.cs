namespace Mimo;

/// <summary>
/// A source that an answer rests on, as the built-in web search names it. All of it comes from the web, so trust none of it; every
/// member is empty when the server did not tell. Immutable.
/// </summary>
public sealed record MimoCitation
{
    /// <summary>What kind of source it is, in the server's own word.</summary>
    public string Type { get; init; } = string.Empty;

    /// <summary>The address of the page, as it came.</summary>
    public string Uri { get; init; } = string.Empty;

    /// <summary>The title of the page.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>What the page says, in short.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>The name of the site.</summary>
    public string SiteName { get; init; } = string.Empty;

    /// <summary>The address of the site's logo, as it came.</summary>
    public string LogoUri { get; init; } = string.Empty;

    /// <summary>When the page was published, in the server's own notation.</summary>
    public string PublishTime { get; init; } = string.Empty;
}
