namespace Mimo;

/// <summary>
/// Lets the model search the web before it answers: the server searches by itself, and names its sources in
/// <see cref="MimoResponse.Citations"/>. The search must be switched on for the account in MiMo's console, and exists in the OpenAI
/// format only. Immutable; what is not set is not sent.
/// </summary>
public sealed record MimoWebSearch
{
    private const int LargestBound = 50;

    /// <summary>Whether the server searches in any case; else the model decides.</summary>
    public bool ForceSearch { get; init; }

    /// <summary>The most keywords of one search, 1 to 50; null leaves it to the server.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int? MaxKeywords
    {
        get;
        init => field = InRange(value, nameof(MaxKeywords));
    }

    /// <summary>The most results of one search, 1 to 50; null leaves it to the server.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int? Limit
    {
        get;
        init => field = InRange(value, nameof(Limit));
    }

    /// <summary>Roughly where the user is, so that results fit the place; null does not tell.</summary>
    public MimoUserLocation? UserLocation { get; init; }

    private static int? InRange(int? value, string name) => value is null or (>= 1 and <= LargestBound)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 1 to {LargestBound}.");
}

/// <summary>An approximate place. Immutable.</summary>
public sealed record MimoUserLocation
{
    /// <summary>The country; null does not tell.</summary>
    public string? Country { get; init; }

    /// <summary>The region, state or province; null does not tell.</summary>
    public string? Region { get; init; }

    /// <summary>The city; null does not tell.</summary>
    public string? City { get; init; }
}
