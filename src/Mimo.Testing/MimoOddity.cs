namespace Mimo.Testing;

/// <summary>Ways the model was seen to err in what it says, and the last two ways the service was seen to write it. See <see cref="MimoTurn.WithOddity"/>.</summary>
public enum MimoOddity
{
    /// <summary>Objects and arrays inside the arguments are sent as strings that hold their JSON.</summary>
    StringifiedArguments,

    /// <summary>The arguments break off, so that they are not JSON.</summary>
    MalformedArguments,

    /// <summary>The arguments have a member that the schema does not know.</summary>
    UnknownArgument,

    /// <summary>The called tool is one that nobody offered: <c>_v2</c> is added to its name.</summary>
    UnknownTool,

    /// <summary>Every call is made twice, with ids of their own.</summary>
    RepeatedCalls,

    /// <summary>
    /// The calls stand in the text, as <c>&lt;tool_call&gt;&lt;function=…&gt;</c>, and there is no call; the finish reason is
    /// <c>stop</c>, in the Anthropic format nevertheless <c>tool_use</c>.
    /// </summary>
    LeakedToolCalls,

    /// <summary>The text is in the reasoning and the answer itself is empty. Does nothing while thinking is off.</summary>
    AnswerInReasoning,

    /// <summary>The text stands in a Markdown fence for JSON, with a sentence before it.</summary>
    FencedText,

    /// <summary>The text or the arguments end in the middle, with the finish reason <c>length</c>.</summary>
    Truncated,

    /// <summary>The text says the same again and again until the service cuts it, with the finish reason <c>repetition_truncation</c>.</summary>
    Repetition,

    /// <summary>In a stream all arguments of a call come in one piece. Does nothing to an answer that is not streamed.</summary>
    UndividedArguments,

    /// <summary>
    /// What may be missing is missing: in the OpenAI format <c>prompt_tokens_details</c> is null, which leaves out the cached tokens, the
    /// chunk with the finish reason has no <c>usage</c>, and an answer without thinking has a <c>reasoning_content</c> of null; in the
    /// Anthropic format a thinking block has no <c>signature</c>.
    /// </summary>
    SparseAnswer,
}
