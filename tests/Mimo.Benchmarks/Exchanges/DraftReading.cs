using System.ComponentModel;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Mimo.Benchmarks.Reporting;
using Mimo.Generation;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>
/// Drafts of an answer of 20 kB that comes in 2,500 pieces, one draft a piece; against passing over the whole text so far for each
/// piece, without making anything of it, and against one draft of the answer when it is whole.
/// </summary>
[Description("2,500 drafts of an answer of 20 kB")]
[Target(nameof(ScanEachTime), Time = 0.1)]
public partial class DraftReading
{
    private const int Findings = 200;
    private const int PieceLength = 8;

    private static readonly DraftPart<Review.Draft> Root = DraftPart.Draft<Review.Draft>();

    private readonly string _answer = JsonSerializer.Serialize(new
    {
        summary = "Fine as a whole.",
        findings = Enumerable.Range(1, Findings).Select(static line => new { line, problem = "It fails on Mondays \"only\".", repair = "Try a Tuesday instead; or wait." }),
    });

    [GlobalSetup]
    public void Check()
    {
        if (Mimo() != Findings || Whole() != Findings || ScanEachTime() != _answer.Length)
        {
            throw new InvalidOperationException("Not the same work.");
        }
    }

    [Benchmark]
    public int Mimo()
    {
        var draft = new StreamedDraft(Root, mayBeArray: false);
        Review.Draft? last = null;
        for (int start = 0; start < _answer.Length; start += PieceLength)
        {
            draft.Append(_answer.AsSpan(start, Math.Min(PieceLength, _answer.Length - start)));
            last = draft.Update() ? (Review.Draft?)draft.Current : last;
        }

        return last!.Findings!.Count;
    }

    [Benchmark]
    public int ScanEachTime()
    {
        byte[] text = new byte[_answer.Length];
        int length = 0;
        for (int start = 0; start < _answer.Length; start += PieceLength)
        {
            length += Encoding.UTF8.GetBytes(_answer.AsSpan(start, Math.Min(PieceLength, _answer.Length - start)), text.AsSpan(length));
            var json = new Utf8JsonReader(text.AsSpan(0, length), isFinalBlock: false, default);
            while (json.Read())
            {
            }
        }

        return length;
    }

    [Benchmark]
    public int Whole()
    {
        var draft = new StreamedDraft(Root, mayBeArray: false);
        draft.Append(_answer);
        draft.Update();
        return ((Review.Draft)draft.Current!).Findings!.Count;
    }

    [MimoOutput]
    public sealed partial record Review(string Summary, IReadOnlyList<Finding> Findings);

    [MimoOutput]
    public sealed partial record Finding(int Line, string Problem, string Repair);
}
