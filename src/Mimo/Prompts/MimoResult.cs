namespace Mimo;

/// <summary>A prompt's answer together with how it came about. Immutable.</summary>
/// <typeparam name="T">The answer's type.</typeparam>
public sealed class MimoResult<T>
{
    /// <summary>Makes a result, as fakes need to.</summary>
    /// <param name="value">The answer.</param>
    /// <param name="response">The response that held it.</param>
    /// <param name="messages">The conversation up to and including the answer.</param>
    /// <param name="usage">What it cost.</param>
    /// <param name="attempts">How many answers it took.</param>
    public MimoResult(T value, MimoResponse response, IReadOnlyList<MimoMessage> messages, MimoUsage usage, int attempts)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(usage);
        Value = value;
        Response = response;
        Messages = messages;
        Usage = usage;
        Attempts = attempts;
    }

    /// <summary>The answer.</summary>
    public T Value { get; }

    /// <summary>What all exchanges cost together, tool rounds and repairs included.</summary>
    public MimoUsage Usage { get; }

    /// <summary>What the model thought before the answer; null when no reasoning came.</summary>
    public string? Reasoning => Response.Reasoning;

    /// <summary>The conversation from the first message of the request to the answer; repairs are left out.</summary>
    public IReadOnlyList<MimoMessage> Messages { get; }

    /// <summary>How many answers it took: 1 when the first one fitted.</summary>
    public int Attempts { get; }

    /// <summary>The response that held the answer.</summary>
    public MimoResponse Response { get; }
}
