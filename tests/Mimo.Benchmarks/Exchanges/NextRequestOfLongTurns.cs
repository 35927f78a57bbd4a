using System.ComponentModel;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>The same with messages as long as reasoning, tool results and answers mostly are: a thousand characters.</summary>
[Description("requests sent in a conversation of 150 to 250 long messages")]
public class NextRequestOfLongTurns : NextRequest
{
    protected override int SentencesPerMessage => 8;
}
