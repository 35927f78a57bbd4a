namespace Mimo;

/// <summary>The model's answer to one request. Immutable.</summary>
public sealed class MimoResponse
{
    /// <summary>Makes a response, as fakes and other clients need to.</summary>
    /// <param name="message">The assistant message.</param>
    /// <param name="finishReason">Why the model stopped.</param>
    /// <param name="usage">The cost; null when the server did not tell.</param>
    /// <param name="id">The server's id of the exchange; may be empty.</param>
    /// <param name="model">The model that answered; may be empty.</param>
    public MimoResponse(MimoMessage message, MimoFinishReason finishReason, MimoUsage? usage = null, string id = "", string model = "")
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(model);
        Message = message;
        FinishReason = finishReason;
        Usage = usage;
        Id = id;
        Model = model;
    }

    /// <summary>The server's id of the exchange; empty when it sent none.</summary>
    public string Id { get; }

    /// <summary>The model that answered; empty when the server did not tell.</summary>
    public string Model { get; }

    /// <summary>The assistant message, to be sent back as it is.</summary>
    public MimoMessage Message { get; }

    /// <summary>All text of the answer; empty when it holds only tool calls.</summary>
    public string Text => Message.Text;

    /// <summary>What the model thought; null when no reasoning came, empty when it came empty.</summary>
    public string? Reasoning => Message.Reasoning;

    /// <summary>The tools the model wants called; empty when it wants none. Trust this list, not <see cref="FinishReason"/>.</summary>
    public IReadOnlyList<MimoToolCall> ToolCalls => Message.ToolCalls;

    /// <summary>Why the model stopped.</summary>
    public MimoFinishReason FinishReason { get; }

    /// <summary>The cost; null when the server did not tell.</summary>
    public MimoUsage? Usage { get; }

    /// <summary>The sources that <see cref="MimoRequest.WebSearch"/> found, in the server's order; empty when there are none.</summary>
    public IReadOnlyList<MimoCitation> Citations { get; init; } = [];

    /// <summary>What went wrong beside the answer, such as a web search that failed, in the server's words; null for nothing.</summary>
    public string? ErrorMessage { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Message} [{FinishReason}]";
}
