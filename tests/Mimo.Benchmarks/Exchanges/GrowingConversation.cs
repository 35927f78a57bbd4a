using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>A conversation that grows from 150 to 250 messages, one new message for each request: by this library, and by hand as the bytes of its messages.</summary>
public abstract class GrowingConversation
{
    protected const int FirstTurn = 150;
    protected const int LastTurn = 250;
    protected const int Requests = LastTurn - FirstTurn;

    private readonly ArrayBufferWriter<byte> _byHand = new(1 << 20);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private readonly string[] _texts = new string[LastTurn];
    private readonly int[] _restLengths = new int[LastTurn];
    private byte[] _whole = [];

    /// <summary>How long the messages are, in sentences of about twenty words.</summary>
    protected virtual int SentencesPerMessage => 1;

    /// <summary>Where requests are written, and what is copied.</summary>
    protected ArrayBufferWriter<byte> Buffer { get; } = new(1 << 20);

    /// <summary>The conversation of this library.</summary>
    protected MimoTranscript Transcript { get; private set; } = [];

    /// <summary>Another that has the same messages, of which only the new ones are written.</summary>
    protected MimoTranscript Copied { get; private set; } = [];

    /// <summary>Makes the messages, sends them once by hand to know the bytes of all, and lets <paramref name="run"/> become what it is in a program that runs for a while.</summary>
    protected void Prepare(Action run)
    {
        for (int turn = 0; turn < LastTurn; turn++)
        {
            string sentence = string.Create(CultureInfo.InvariantCulture, $"This is turn {turn} of a conversation that goes on and on, with \"quotes\" and a line break\nin each of its messages.");
            _texts[turn] = string.Join(' ', Enumerable.Repeat(sentence, SentencesPerMessage));
        }

        Begin();
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            WriteByHand(turn);
        }

        _whole = _byHand.WrittenSpan.ToArray();

        // Iterations with a setup are too few and too short for that.
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3))
        {
            Begin();
            run();
        }
    }

    /// <summary>Brings all to where the first of the measured requests goes out.</summary>
    [IterationSetup]
    public void Begin()
    {
        Transcript = new MimoTranscript(_texts.Take(FirstTurn).Select(static text => MimoMessage.User(text)));
        Copied = new MimoTranscript(Transcript);
        Request(Transcript).WriteTo(Buffer, MimoFormat.OpenAI);
        _byHand.ResetWrittenCount();
        for (int turn = 0; turn < FirstTurn; turn++)
        {
            AddByHand(_texts[turn]);
        }
    }

    protected static MimoRequest Request(IReadOnlyList<MimoMessage> messages) => new() { Model = Conversation.Model, Messages = messages };

    protected MimoMessage Message(int turn) => MimoMessage.User(_texts[turn]);

    /// <summary>The bytes of all messages before a turn.</summary>
    protected ReadOnlySpan<byte> Rest(int turn) => _whole.AsSpan(0, _restLengths[turn]);

    /// <summary>Writes the request of a turn by hand: what is new, and a copy of the rest.</summary>
    protected int WriteByHand(int turn)
    {
        _restLengths[turn] = _byHand.WrittenCount;
        AddByHand(_texts[turn]);
        Buffer.ResetWrittenCount();
        Buffer.Write("""{"model":"mimo-v2-pro","messages":["""u8);
        Buffer.Write(_byHand.WrittenSpan);
        Buffer.Write("""],"stream":false}"""u8);
        return Buffer.WrittenCount;
    }

    private void AddByHand(string text)
    {
        if (_byHand.WrittenCount > 0)
        {
            _byHand.Write(","u8);
        }

        _writer.Reset(_byHand);
        _writer.WriteStartObject();
        _writer.WriteString("role"u8, "user"u8);
        _writer.WriteString("content"u8, text);
        _writer.WriteEndObject();
        _writer.Flush();
    }
}
