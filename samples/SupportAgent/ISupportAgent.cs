using Mimo;

namespace SupportAgent;

/// <summary>The agent. The transcript brings what was said before, and takes what is said now, tool calls included.</summary>
[MimoPrompt(Tools = [typeof(OrderTools)], MaxToolRounds = 8)]
[SystemPrompt("""
    You are the support agent of a shop for outdoor gear. Look orders up before you speak about them.
    Offer a refund only for an order that was delivered, and never more than its total. Answer in a few friendly sentences.
    """)]
public partial interface ISupportAgent
{
    [UserPrompt("{message}")]
    Task<string> AnswerAsync(string message, MimoTranscript transcript, MimoCallOptions options, CancellationToken cancellationToken = default);
}
