using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Mimo.Tests.Prompts;

/// <content>The prompts, and what they answer.</content>
public sealed partial class DraftStreamTests
{
    [MimoPrompt]
    public partial interface IReviewer
    {
        [UserPrompt("{text}")]
        IAsyncEnumerable<Review.Draft> ReviewAsync(string text, CancellationToken cancellationToken = default);

        [UserPrompt("{text}")]
        IAsyncEnumerable<Review.Draft> ReviewInAsync(string text, MimoTranscript transcript);

        [MimoPrompt(RepairAttempts = 0)]
        [UserPrompt("{text}")]
        IAsyncEnumerable<DraftStreamTests.Review.Draft> UnmendedAsync(string text);

        [UserPrompt("{text}")]
        IAsyncEnumerable<Finding.Draft> FindAsync(string text);

        [UserPrompt("{text}")]
        IAsyncEnumerable<Node.Draft> TreeAsync(string text);
    }

    [MimoOutput]
    public partial class Review
    {
        public required string Title { get; init; }

        [Range(0, 10)]
        public required int Score { get; init; }

        public bool? Passed { get; init; }

        [JsonPropertyName("at")]
        public required DateOnly Date { get; init; }

        public required string?[] Tags { get; init; }

        public required IReadOnlyList<Finding> Findings { get; init; }

        public required Summary Summary { get; init; }

        public required IReadOnlyDictionary<string, double> Weights { get; init; }

        public required int[][] Matrix { get; init; }
    }

    /// <param name="Line">Where, &lt;from&gt; 1</param>
    /// <param name="Text"></param>
    [MimoOutput]
    public sealed partial record Finding(int Line, string Text);

    [MimoOutput]
    public sealed partial record Summary(string Text, Finding? Worst = null);

    [MimoOutput]
    public sealed partial record Node(string Value, bool IsFinished, IReadOnlyList<Node> Children);
}
