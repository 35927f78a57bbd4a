using System.Buffers;
using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Calls;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>
/// The same requests, not sent but written to a buffer of the caller's, who wants them in one piece. So the rest is copied here too,
/// beside what it takes to keep what is new for the next request.
/// </summary>
[Description("requests written of a conversation of 150 to 250 short messages")]
public class NextRequestWriting : GrowingConversation
{
    [GlobalSetup]
    public void Check()
    {
        Prepare(() =>
        {
            Mimo();
            NewAndCopy();
            Begin();
            NewAndCopyByHand();
        });
        Begin();
        Mimo();
        byte[] ours = Buffer.WrittenSpan.ToArray();
        NewAndCopyByHand();
        Same.Bytes(Buffer.WrittenSpan, ours);
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Mimo()
    {
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            Transcript.Append(Message(turn));
            Buffer.ResetWrittenCount();
            Request(Transcript).WriteTo(Buffer, MimoFormat.OpenAI);
        }

        return Buffer.WrittenCount;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int NewAndCopy()
    {
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            MimoMessage message = Message(turn);
            Copied.Append(message);
            Buffer.ResetWrittenCount();
            Request([message]).WriteTo(Buffer, MimoFormat.OpenAI);
            Buffer.Write(Rest(turn));
        }

        return Buffer.WrittenCount;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int NewAndCopyByHand()
    {
        for (int turn = FirstTurn; turn < LastTurn; turn++)
        {
            WriteByHand(turn);
        }

        return Buffer.WrittenCount;
    }
}
