using Mimo;

namespace CodeReview;

/// <summary>One prompt, whose texts are files: <c>prompts/reviewer.md</c> has its options at its head.</summary>
[MimoPrompt]
[SystemPromptFile("prompts/reviewer.md")]
public partial interface IReviewer
{
    [UserPromptFile("prompts/review.md")]
    IAsyncEnumerable<Review.Draft> ReviewAsync(string file, string code, CancellationToken cancellationToken = default);
}

/// <summary>A review. The generator adds <c>Review.Draft</c>: a review that is still being written.</summary>
/// <param name="Summary">Two sentences on the code as a whole</param>
/// <param name="Findings">The problems, worst first; empty if there are none</param>
/// <param name="Verdict">Whether the code may be merged</param>
[MimoOutput]
public sealed partial record Review(string Summary, IReadOnlyList<Finding> Findings, Verdict Verdict);

/// <summary>A problem in the code.</summary>
/// <param name="Line">The line where it begins, from 1</param>
/// <param name="Severity">How bad it is</param>
/// <param name="Problem">What goes wrong, and when</param>
/// <param name="Repair">What to write instead</param>
[MimoOutput]
public sealed partial record Finding(int Line, Severity Severity, string Problem, string Repair);

public enum Severity
{
    Low,
    Medium,
    High,
}

public enum Verdict
{
    Approve,
    RequestChanges,
}
