namespace Mimo;

/// <summary>
/// One thing that happened in a stream. The set is closed: a client gives the records from
/// <see cref="MimoTextUpdate"/> to <see cref="MimoFinishedUpdate"/>, and a tool loop beside them <see cref="MimoToolResultUpdate"/> and
/// <see cref="MimoRunFinishedUpdate"/>.
/// </summary>
public abstract record MimoUpdate
{
    private protected MimoUpdate()
    {
    }
}

/// <summary>More text of the answer.</summary>
/// <param name="Text">The new piece; never empty.</param>
public sealed record MimoTextUpdate(string Text) : MimoUpdate;

/// <summary>More of the model's reasoning.</summary>
/// <param name="Text">The new piece; never empty.</param>
public sealed record MimoReasoningUpdate(string Text) : MimoUpdate;

/// <summary>The model began a tool call.</summary>
/// <param name="Index">The position of the call within the turn, from 0.</param>
/// <param name="Id">Its id; made up where the server sends none.</param>
/// <param name="Name">The tool's name.</param>
public sealed record MimoToolCallStartedUpdate(int Index, string Id, string Name) : MimoUpdate;

/// <summary>More of a tool call's argument text.</summary>
/// <param name="Index">The position of the call within the turn, from 0.</param>
/// <param name="Arguments">The new piece of JSON text; not valid JSON by itself.</param>
public sealed record MimoToolCallArgumentsUpdate(int Index, string Arguments) : MimoUpdate;

/// <summary>A tool call is complete.</summary>
/// <param name="Index">The position of the call within the turn, from 0.</param>
/// <param name="Call">The call.</param>
public sealed record MimoToolCallCompletedUpdate(int Index, MimoToolCall Call) : MimoUpdate;

/// <summary>The web search found a source.</summary>
/// <param name="Citation">The source.</param>
public sealed record MimoCitationUpdate(MimoCitation Citation) : MimoUpdate;

/// <summary>The server told what the exchange cost.</summary>
/// <param name="Usage">The cost of this exchange.</param>
public sealed record MimoUsageUpdate(MimoUsage Usage) : MimoUpdate;

/// <summary>The exchange is over. In a tool loop each round ends with one.</summary>
/// <param name="FinishReason">Why the model stopped.</param>
/// <param name="Response">Everything that came, as <see cref="IMimoClient.SendAsync"/> would have returned it.</param>
public sealed record MimoFinishedUpdate(MimoFinishReason FinishReason, MimoResponse Response) : MimoUpdate;
