using Mimo;

namespace BulkClassify;

/// <summary>The prompt. Its static part comes first and is the same for every row, so the server can cache it.</summary>
[MimoPrompt(Temperature = 0, Thinking = MimoThinking.Disabled, MaxCompletionTokens = 100)]
[SystemPrompt("You sort the tickets of a software company's support desk.")]
public partial interface ITicketClassifier
{
    [UserPrompt("{ticket:fence}")]
    Task<Topic> ClassifyAsync(string ticket, CancellationToken cancellationToken = default);
}

/// <summary>What a ticket is about.</summary>
public enum Topic
{
    /// <summary>Something does not work</summary>
    Bug,

    /// <summary>Invoices, prices, payments</summary>
    Billing,

    /// <summary>Passwords, accounts, access</summary>
    Login,

    /// <summary>A wish for something new</summary>
    Feature,

    /// <summary>Anything else</summary>
    Other,
}
