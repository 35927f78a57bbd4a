namespace Mimo;

/// <summary>
/// What an exchange cost in tokens, with the same meaning in both formats: input counts what came from the cache, output counts
/// the reasoning.
/// </summary>
public sealed record MimoUsage
{
    /// <summary>No tokens at all: the start of a sum.</summary>
    public static MimoUsage None { get; } = new();

    /// <summary>Tokens of the request, those read from the cache included.</summary>
    public long InputTokens { get; init; }

    /// <summary>The part of <see cref="InputTokens"/> that came from the server's prefix cache.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>Tokens the model wrote, reasoning included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>The part of <see cref="OutputTokens"/> that is reasoning; 0 in the Anthropic format, which does not tell.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>How often the built-in web search was used; 0 where the server does not tell.</summary>
    public long WebSearches { get; init; }

    /// <summary>How many web pages those searches read; 0 where the server does not tell.</summary>
    public long WebPages { get; init; }

    /// <summary>Input and output together.</summary>
    public long TotalTokens => InputTokens + OutputTokens;

    /// <summary>Sums two costs.</summary>
    /// <param name="left">One cost.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum, field by field.</returns>
    public static MimoUsage operator +(MimoUsage left, MimoUsage right) => Add(left, right);

    /// <summary>Sums two costs.</summary>
    /// <param name="left">One cost.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum, field by field.</returns>
    public static MimoUsage Add(MimoUsage left, MimoUsage right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            InputTokens = left.InputTokens + right.InputTokens,
            CachedInputTokens = left.CachedInputTokens + right.CachedInputTokens,
            OutputTokens = left.OutputTokens + right.OutputTokens,
            ReasoningTokens = left.ReasoningTokens + right.ReasoningTokens,
            WebSearches = left.WebSearches + right.WebSearches,
            WebPages = left.WebPages + right.WebPages,
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{InputTokens} input ({CachedInputTokens} cached), {OutputTokens} output ({ReasoningTokens} reasoning), {TotalTokens} total"
        + (WebSearches > 0 ? $", {WebSearches} web searches ({WebPages} pages)" : string.Empty);
}
