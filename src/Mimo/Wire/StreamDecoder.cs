using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>Turns the events of one streamed answer into updates, and gathers the whole answer on the way.</summary>
internal abstract class StreamDecoder
{
    /// <summary>What an event is called, or says that it is, by which a server tells that it failed. One format defines it, and gateways put it into streams of both.</summary>
    protected const string ErrorEvent = "error";

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    private static ReadOnlySpan<byte> EndMark => "[DONE]"u8;

    /// <summary>What the events so far told and nobody has taken yet.</summary>
    public List<MimoUpdate> Updates { get; } = [];

    /// <summary>The answer as far as it has come.</summary>
    public AnswerBuilder Answer { get; } = new();

    /// <summary>Whether the server said that nothing more will come.</summary>
    public bool IsEnded { get; protected set; }

    public static StreamDecoder Create(MimoFormat format) =>
        format == MimoFormat.OpenAI ? new OpenAI.OpenAIStreamDecoder() : new Anthropic.AnthropicStreamDecoder();

    /// <summary>Takes the data of one event.</summary>
    /// <param name="data">The data.</param>
    /// <param name="eventType">The name of the event.</param>
    /// <exception cref="JsonException">The data is no JSON.</exception>
    /// <exception cref="WireErrorException">The event reports an error of the server.</exception>
    public void Accept(ReadOnlySpan<byte> data, string eventType = SseParser.EventTypeDefault)
    {
        // Mostly one value; where a server leaves out the empty line between events, their data come as one.
        data = data.Trim(WhiteSpace);
        if (eventType == ErrorEvent)
        {
            AcceptError(data);
            return;
        }

        while (!data.IsEmpty && !IsEnded)
        {
            if (data[0] != (byte)'{')
            {
                if (data.StartsWith(EndMark))
                {
                    IsEnded = true;
                    return;
                }

                if (eventType != SseParser.EventTypeDefault && !IsOwn(eventType))
                {
                    // A gateway's own, such as a sign of life.
                    return;
                }
            }

            data = data[ReadEvent(data)..];
            if (!data.IsEmpty && !IsEnded)
            {
                data = FromNext(data);
            }
        }
    }

    /// <summary>Ends the stream: adds the last updates if the answer is complete.</summary>
    /// <returns>False if no finish reason came, which means that the stream was cut.</returns>
    public bool TryFinish()
    {
        if (Answer.FinishReason is not { } finishReason)
        {
            return false;
        }

        // Not before: more of a call may come even behind the finish reason.
        for (int i = 0; i < Answer.Calls.Count; i++)
        {
            Complete(i);
        }

        if (Answer.Usage is { } usage)
        {
            Updates.Add(new MimoUsageUpdate(usage));
        }

        Updates.Add(new MimoFinishedUpdate(finishReason, Answer.Build()));
        return true;
    }

    /// <summary>Takes what one event says.</summary>
    /// <param name="data">Data that begins with it.</param>
    /// <returns>How many bytes of the data were its own.</returns>
    protected abstract int ReadEvent(ReadOnlySpan<byte> data);

    /// <summary>Whether an event of this name is one of the format's own.</summary>
    protected abstract bool IsOwn(string eventType);

    /// <summary>Reads a member of a value, and tells whether it marks the value as an event of the format's own.</summary>
    protected abstract bool MarksOwn(ref Utf8JsonReader member);

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
            if (call.TakeHeldBack() is { } arguments)
            {
                Updates.Add(new MimoToolCallArgumentsUpdate(position, arguments));
            }
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

    /// <summary>The data from where another value or the end mark begins. What is neither, behind a value, is passed over.</summary>
    /// <exception cref="JsonException">There are strings before it: it is the middle of a value whose beginning is lost.</exception>
    private static ReadOnlySpan<byte> FromNext(ReadOnlySpan<byte> data)
    {
        while (data.IndexOfAny("{[\""u8) is >= 0 and int start)
        {
            data = data[start..];
            if (data[0] == (byte)'"')
            {
                throw new JsonException("The event has part of a value behind another.");
            }

            if (data[0] == (byte)'{' || data.StartsWith(EndMark))
            {
                return data;
            }

            data = data[1..];
        }

        return [];
    }

    /// <summary>Takes the data of an event that reports an error; events without an empty line behind them may stand before it.</summary>
    private void AcceptError(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> error = BehindOwn(data);
        Accept(data[..^error.Length]);
        if (!IsEnded)
        {
            // Whatever its data is: the name alone says that nothing of the answer follows.
            throw new WireErrorException(error.ToArray());
        }
    }

    /// <summary>The data behind the events of the format's own and the end mark, or from the last of these where nothing is behind it.</summary>
    private ReadOnlySpan<byte> BehindOwn(ReadOnlySpan<byte> data)
    {
        while (true)
        {
            int length = data.StartsWith(EndMark) ? EndMark.Length : OwnLength(data);
            ReadOnlySpan<byte> rest = data[length..].TrimStart(WhiteSpace);
            if (length == 0 || rest.IsEmpty)
            {
                return data;
            }

            data = rest;
        }
    }

    /// <summary>How many bytes the value has with which the data begins; 0 if it is broken, or no event of the format's own.</summary>
    private int OwnLength(ReadOnlySpan<byte> data)
    {
        bool isOwn = false;
        var reader = new Utf8JsonReader(data, WireReader.Options);
        try
        {
            if (data is not [(byte)'{', ..] || !reader.Read())
            {
                return 0;
            }

            while (WireReader.NextMember(ref reader))
            {
                isOwn |= MarksOwn(ref reader);
            }
        }
        catch (JsonException)
        {
            return 0;
        }

        return isOwn ? (int)reader.BytesConsumed : 0;
    }
}
