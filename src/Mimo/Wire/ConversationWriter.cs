using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Mimo.Wire.Anthropic;
using Mimo.Wire.OpenAI;

namespace Mimo.Wire;

/// <summary>Writes the messages of one request as items of an array: first those that need only a copy, then the rest.</summary>
internal readonly ref struct ConversationWriter
{
    private readonly KeptMessages? _kept;
    private readonly ReadOnlySpan<MimoMessage> _rest;
    private readonly MessageWriting _writing;

    /// <summary>Looks at the messages of a request.</summary>
    /// <param name="list">The messages.</param>
    /// <param name="writing">How they are written.</param>
    /// <param name="room">Room for those of a short list whose kind is not known. It must be there for as long as this is.</param>
    public ConversationWriter(IReadOnlyList<MimoMessage> list, in MessageWriting writing, Span<MimoMessage> room)
    {
        ReadOnlySpan<MimoMessage> messages = AsSpan(list, room);
        _kept = messages.Length > KeptMessages.SmallestCount ? KeptMessages.FindOrKeep(list, messages, writing) : null;
        _rest = messages[(_kept?.Count ?? 0)..];
        _writing = writing;
    }

    /// <summary>The texts of all system messages, for the format that has one place for them; null for none.</summary>
    public string? System => JoinSystem(_kept?.System, _rest);

    /// <summary>Writes the messages.</summary>
    /// <param name="writer">Writes the request, and has begun the array.</param>
    /// <param name="body">What it writes to, where that takes bytes without a copy; null where all is copied.</param>
    public void Write(Utf8JsonWriter writer, RequestBody? body)
    {
        _kept?.WriteTo(writer, body);
        Write(writer, _rest, _writing);
        foreach (MimoMessage message in _rest)
        {
            message.WasSent = true;
        }
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        if (writing.Format == MimoFormat.OpenAI)
        {
            OpenAIMessageWriter.WriteAll(writer, messages, writing);
        }
        else
        {
            AnthropicMessageWriter.WriteAll(writer, messages, writing);
        }
    }

    /// <summary>Adds the texts of the system messages to those that stand before them.</summary>
    public static string? JoinSystem(string? before, ReadOnlySpan<MimoMessage> messages)
    {
        string? system = before;
        foreach (MimoMessage message in messages)
        {
            if (message is { Role: MimoRole.System, Text: { Length: > 0 } text })
            {
                system = system is null ? text : $"{system}\n\n{text}";
            }
        }

        return system;
    }

    private static ReadOnlySpan<MimoMessage> AsSpan(IReadOnlyList<MimoMessage> list, Span<MimoMessage> room) => list switch
    {
        MimoMessage[] array => array,
        List<MimoMessage> messages => CollectionsMarshal.AsSpan(messages),
        { Count: var count } when count <= room.Length => Copy(list, room[..count]),
        _ => AsLongSpan(list),
    };

    // Apart, so that the first request of a process loads and compiles none of it.
    private static ReadOnlySpan<MimoMessage> AsLongSpan(IReadOnlyList<MimoMessage> list) => list is IGrowingMessages growing ? growing.AsSpan() : list.ToArray();

    private static Span<MimoMessage> Copy(IReadOnlyList<MimoMessage> list, Span<MimoMessage> room)
    {
        for (int i = 0; i < room.Length; i++)
        {
            room[i] = list[i];
        }

        return room;
    }

    /// <summary>Room for the messages of a short conversation, such as most collection expressions make.</summary>
    [InlineArray(8)]
    public struct Room
    {
        private MimoMessage _first;
    }
}
