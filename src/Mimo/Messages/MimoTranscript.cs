using System.Buffers;
using System.Collections;
using System.Runtime.InteropServices;
using Mimo.Wire;

namespace Mimo;

/// <summary>
/// A conversation that only grows and loses nothing. What is appended is checked, so that the server never refuses it later: each
/// tool call gets its result before anything else is said, and a turn with tool calls has its reasoning. Not safe for concurrent
/// changes; safe to send from several threads. A transcript of more than eight messages that was sent keeps what it looks like on
/// the wire, as long as it lives: about as many bytes as the request had, once for each format, and once more where thinking is switched
/// off. The next request then costs what is new and a copy of the rest. From the first message with inline media of more than 32 KB on,
/// nothing is kept: that message and all behind it are written anew for each request.
/// </summary>
public sealed class MimoTranscript : IReadOnlyList<MimoMessage>, IGrowingMessages
{
    private readonly List<MimoMessage> _messages = [];

    // The ids of calls that wait for their result, in order.
    private readonly List<string> _openCalls = [];

    private readonly KeptByWriting _kept = new();

    /// <summary>Makes an empty transcript.</summary>
    public MimoTranscript()
    {
    }

    /// <summary>Makes a transcript of messages, checked one by one.</summary>
    /// <param name="messages">The messages in order.</param>
    /// <exception cref="ArgumentException">A message does not fit where it stands; the text says why and how to repair it.</exception>
    public MimoTranscript(IEnumerable<MimoMessage> messages) => AppendRange(messages);

    /// <summary>How many messages there are.</summary>
    public int Count => _messages.Count;

    /// <summary>Whether every tool call has its result, so that the transcript can be sent.</summary>
    public bool IsComplete => _openCalls.Count == 0;

    /// <summary>The message at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    public MimoMessage this[int index] => _messages[index];

    /// <summary>Appends a message.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The message does not fit here; the text says why and how to repair it.</exception>
    public void Append(MimoMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        TranscriptRules.Check(message, _openCalls);
        _messages.Add(message);
        if (message.Role == MimoRole.Tool)
        {
            _openCalls.Remove(message.ToolCallId!);
        }

        foreach (MimoToolCall call in message.ToolCallSpan)
        {
            _openCalls.Add(call.Id);
        }
    }

    /// <summary>Appends messages; all of them, or none if one does not fit.</summary>
    /// <param name="messages">The messages in order.</param>
    /// <exception cref="ArgumentException">A message does not fit where it stands; the text says why and how to repair it.</exception>
    public void AppendRange(IEnumerable<MimoMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        int count = _messages.Count;
        string[] openCalls = [.. _openCalls];
        try
        {
            foreach (MimoMessage message in messages)
            {
                Append(message);
            }
        }
        catch
        {
            _messages.RemoveRange(count, _messages.Count - count);
            _openCalls.Clear();
            _openCalls.AddRange(openCalls);
            _kept.Clear();
            throw;
        }
    }

    /// <summary>Gives each call that waits for its result an error result, as after a run that was cut in the middle.</summary>
    /// <param name="reason">What the model is told.</param>
    /// <returns>How many results were added.</returns>
    public int Repair(string reason = "The run was interrupted before this call had a result.")
    {
        string[] openCalls = [.. _openCalls];
        foreach (string id in openCalls)
        {
            Append(MimoMessage.ToolResult(id, reason, isError: true));
        }

        return openCalls.Length;
    }

    /// <summary>
    /// Makes a transcript of any messages, repairing what a transcript refuses: missing results become error results, results
    /// without a call are dropped, and tool-call turns without reasoning are taken as made without it.
    /// </summary>
    /// <param name="messages">The messages in order.</param>
    /// <returns>The transcript.</returns>
    public static MimoTranscript Repaired(IEnumerable<MimoMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var transcript = new MimoTranscript();
        foreach (MimoMessage message in messages)
        {
            TranscriptRules.AppendRepaired(transcript, message);
        }

        transcript.Repair();
        return transcript;
    }

    /// <summary>Writes the transcript as JSON.</summary>
    /// <param name="destination">Takes the bytes.</param>
    public void Save(IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        TranscriptWriter.Write(destination, _messages);
    }

    /// <summary>Writes the transcript as JSON.</summary>
    /// <param name="destination">Takes the bytes; it stays open.</param>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var buffer = new PooledBuffer();
        Save(buffer);
        destination.Write(buffer.Span);
    }

    /// <summary>Writes the transcript as JSON. What is appended while the bytes are on their way is not among them.</summary>
    /// <param name="destination">Takes the bytes; it stays open.</param>
    /// <param name="cancellationToken">Stops the writing; part of the bytes may then be written.</param>
    /// <returns>A task that is complete once all bytes are handed over.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task SaveAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var buffer = new PooledBuffer();
        Save(buffer);
        await destination.WriteAsync(buffer.Memory, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a transcript that <see cref="Save(Stream)"/> wrote; reasoning and arguments come back byte for byte.</summary>
    /// <param name="utf8Json">The bytes; a byte order mark in front is skipped.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="FormatException">The bytes are no saved transcript, or there is something behind it; the text says where.</exception>
    public static MimoTranscript Load(ReadOnlySpan<byte> utf8Json) => TranscriptReader.Read(utf8Json);

    /// <inheritdoc cref="Load(ReadOnlySpan{byte})"/>
    /// <param name="source">Gives the bytes, read to the end; it stays open.</param>
    public static MimoTranscript Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var buffer = new PooledBuffer();
        while (source.Read(buffer.GetSpan()) is > 0 and int count)
        {
            buffer.Advance(count);
        }

        return Load(buffer.Span);
    }

    /// <inheritdoc cref="Load(Stream)"/>
    /// <param name="source">Gives the bytes, read to the end; it stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<MimoTranscript> LoadAsync(Stream source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var buffer = new PooledBuffer();
        while (await source.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false) is > 0 and int count)
        {
            buffer.Advance(count);
        }

        return Load(buffer.Span);
    }

    /// <inheritdoc/>
    public IEnumerator<MimoMessage> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    KeptByWriting IGrowingMessages.Kept => _kept;

    ReadOnlySpan<MimoMessage> IGrowingMessages.AsSpan() => CollectionsMarshal.AsSpan(_messages);
}
