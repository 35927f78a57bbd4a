namespace Mimo.Benchmarks.Exchanges;

/// <summary>The same with messages as long as reasoning, tool results and answers mostly are: a thousand characters.</summary>
public class NextRequestOfLongTurns : NextRequest
{
    protected override int SentencesPerMessage => 8;
}
