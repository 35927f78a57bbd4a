using System.ComponentModel;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>The same with messages of a thousand characters.</summary>
[Description("requests written of a conversation of 150 to 250 long messages")]
public class NextRequestWritingOfLongTurns : NextRequestWriting
{
    protected override int SentencesPerMessage => 8;
}
