using System.Buffers;
using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Calls;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>The next request of a conversation of 200 turns: one new message, against writing that one and copying the bytes of the rest.</summary>
[Target(nameof(CopyOfTheRest), Time = 1)]
public class NextRequest
{
    private const int Turns = 200;

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 17);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new JsonWriterOptions { SkipValidation = true });
    private readonly List<MimoMessage> _messages = [];
    private byte[] _rest = [];

    [GlobalSetup]
    public void Check()
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"This is turn {turn} of a conversation that goes on and on, with \"quotes\" and a line break\nin each of its messages.");
            _messages.Add(turn % 2 == 0 ? MimoMessage.User(text) : MimoMessage.Assistant(text, "The user wants to go on."));
        }

        // The second sending is the one that remembers.
        Write(_messages);
        Write(_messages);
        _rest = _buffer.WrittenSpan.ToArray();
        Mimo();
        byte[] ours = _buffer.WrittenSpan.ToArray();
        CopyOfTheRest();
        Same.Bytes(_buffer.WrittenSpan, ours);
    }

    [Benchmark]
    public int Mimo() => Write([.. _messages, MimoMessage.User(Conversation.UserText)]);

    [Benchmark]
    public int CopyOfTheRest()
    {
        // What follows the last message: its end and the options.
        ReadOnlySpan<byte> end = "],\"stream\":false}"u8;
        _buffer.ResetWrittenCount();
        _buffer.Write(_rest.AsSpan(0, _rest.Length - end.Length));
        _buffer.Write(","u8);
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        _writer.WriteString("role"u8, "user"u8);
        _writer.WriteString("content"u8, Conversation.UserText);
        _writer.WriteEndObject();
        _writer.Flush();
        _buffer.Write(end);
        return _buffer.WrittenCount;
    }

    private int Write(List<MimoMessage> messages)
    {
        _buffer.ResetWrittenCount();
        new MimoRequest { Model = Conversation.Model, Messages = messages }.WriteTo(_buffer, MimoFormat.OpenAI);
        return _buffer.WrittenCount;
    }
}
