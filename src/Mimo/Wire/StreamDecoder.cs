using System.Text;

namespace Mimo.Wire;

/// <summary>Turns the events of one streamed answer into updates, and gathers the whole answer on the way.</summary>
internal abstract class StreamDecoder
{
    protected static ReadOnlySpan<byte> Done => "[DONE]"u8;

    /// <summary>What the events so far told and nobody has taken yet.</summary>
    public List<MimoUpdate> Updates { get; } = [];

    /// <summary>The answer as far as it has come.</summary>
    public AnswerBuilder Answer { get; } = new();

    /// <summary>Whether the server said that nothing more will come.</summary>
    public bool IsEnded { get; protected set; }

    public static StreamDecoder Create(MimoFormat format) =>
        format == MimoFormat.OpenAI ? new OpenAI.OpenAIStreamDecoder() : new Anthropic.AnthropicStreamDecoder();

    /// <summary>Takes the data of one event.</summary>
    /// <exception cref="System.Text.Json.JsonException">The data is no JSON.</exception>
    /// <exception cref="WireErrorException">The event reports an error of the server.</exception>
    public abstract void Accept(ReadOnlySpan<byte> data);

    /// <summary>Ends the stream: adds the last updates if the answer is complete.</summary>
    /// <returns>False if no finish reason came, which means that the stream was cut.</returns>
    public bool TryFinish()
    {
        if (Answer.FinishReason is not { } finishReason)
        {
            return false;
        }

        if (Answer.Usage is { } usage)
        {
            Updates.Add(new MimoUsageUpdate(usage));
        }

        Updates.Add(new MimoFinishedUpdate(finishReason, Answer.Build()));
        return true;
    }

    protected void AddText(string text)
    {
        Answer.AppendText(text);
        if (text.Length > 0)
        {
            Updates.Add(new MimoTextUpdate(text));
        }
    }

    protected void AddReasoning(string text)
    {
        Answer.AppendReasoning(text);
        if (text.Length > 0)
        {
            Updates.Add(new MimoReasoningUpdate(text));
        }
    }

    protected void Announce(int position)
    {
        ToolCallBuilder call = Answer.Calls[position];
        if (!call.IsAnnounced)
        {
            call.IsAnnounced = true;
            Updates.Add(new MimoToolCallStartedUpdate(position, call.IdOrMadeUp(Answer.Id, position), call.Name ?? string.Empty));
        }
    }

    protected void Complete(int position)
    {
        ToolCallBuilder call = Answer.Calls[position];
        if (!call.IsCompleted)
        {
            call.IsCompleted = true;
            Announce(position);
            if (!call.UntoldArguments.IsEmpty)
            {
                Updates.Add(new MimoToolCallArgumentsUpdate(position, Encoding.UTF8.GetString(call.UntoldArguments)));
            }

            Updates.Add(new MimoToolCallCompletedUpdate(position, call.Build(Answer.Id, position)));
        }
    }
}
