using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Calls;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>
/// The requests of a conversation that grows from 150 to 250 messages, one new message each, against what is new and a copy of the
/// bytes of the rest. What is new is once a request of this library with the new message alone, which is added to a transcript here
/// as there, and once the same written by hand, without objects for message, transcript and request.
/// </summary>
[Description("requests of a conversation of 150 to 250 short messages")]
[Target(nameof(NewAndCopy), Time = 1)]
[Target(nameof(NewAndCopyByHand), Time = 1)]
public class NextRequest
{
    private const int FirstTurn = 150;
    private const int LastTurn = 250;

    private readonly ArrayBufferWriter<byte> _request = new(1 << 20);
    private readonly ArrayBufferWriter<byte> _conversation = new(1 << 20);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private readonly string[] _texts = new string[LastTurn];
    private readonly int[] _restLengths = new int[LastTurn];
    private MimoTranscript _transcript = [];
    private MimoTranscript _copied = [];
    private byte[] _rest = [];

    /// <summary>How long the messages are, in sentences of about twenty words.</summary>
    protected virtual int SentencesPerMessage => 1;

    [GlobalSetup]
    public void Check()
    {
        for (int turn = 0; turn < LastTurn; turn++)
        {
            string sentence = string.Create(CultureInfo.InvariantCulture, $"This is turn {turn} of a conversation that goes on and on, with \"quotes\" and a line break\nin each of its messages.");
            _texts[turn] = string.Join(' ', Enumerable.Repeat(sentence, SentencesPerMessage));
        }

        Begin();
        Mimo();
        byte[] ours = _request.WrittenSpan.ToArray();
        NewAndCopyByHand();
        _rest = _conversation.WrittenSpan.ToArray();
        Same.Bytes(_request.WrittenSpan, ours);

        // Iterations with a setup are too few and too short to become what they are in a program that runs for a while.
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3))
        {
            Begin();
            Mimo();
            NewAndCopy();
            Begin();
            NewAndCopyByHand();
        }
    }

    /// <summary>Brings both to where the first of the measured requests goes out.</summary>
    [IterationSetup]
    public void Begin()
    {
        _transcript = new MimoTranscript(_texts.Take(FirstTurn).Select(static text => MimoMessage.User(text)));
        _copied = new MimoTranscript(_transcript);
        Write();
        _conversation.ResetWrittenCount();
        for (int turn = 0; turn < FirstTurn; turn++)
        {
            AddToConversation(_texts[turn]);
        }
    }

    [Benchmark(OperationsPerInvoke = LastTurn - FirstTurn)]
    public int Mimo()
    {
        int length = 0;
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            _transcript.Append(MimoMessage.User(_texts[turn]));
            length = Write();
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = LastTurn - FirstTurn)]
    public int NewAndCopy()
    {
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            MimoMessage message = MimoMessage.User(_texts[turn]);
            _copied.Append(message);
            _request.ResetWrittenCount();
            new MimoRequest { Model = Conversation.Model, Messages = [message] }.WriteTo(_request, MimoFormat.OpenAI);
            _request.Write(_rest.AsSpan(0, _restLengths[turn]));
        }

        return _request.WrittenCount;
    }

    [Benchmark(OperationsPerInvoke = LastTurn - FirstTurn)]
    public int NewAndCopyByHand()
    {
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            _restLengths[turn] = _conversation.WrittenCount;
            AddToConversation(_texts[turn]);
            _request.ResetWrittenCount();
            _request.Write("""{"model":"mimo-v2-pro","messages":["""u8);
            _request.Write(_conversation.WrittenSpan);
            _request.Write("""],"stream":false}"""u8);
        }

        return _request.WrittenCount;
    }

    private int Write()
    {
        _request.ResetWrittenCount();
        new MimoRequest { Model = Conversation.Model, Messages = _transcript }.WriteTo(_request, MimoFormat.OpenAI);
        return _request.WrittenCount;
    }

    private void AddToConversation(string text)
    {
        if (_conversation.WrittenCount > 0)
        {
            _conversation.Write(","u8);
        }

        _writer.Reset(_conversation);
        _writer.WriteStartObject();
        _writer.WriteString("role"u8, "user"u8);
        _writer.WriteString("content"u8, text);
        _writer.WriteEndObject();
        _writer.Flush();
    }
}
