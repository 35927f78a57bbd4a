namespace Mimo;

/// <summary>Who speaks in a <see cref="MimoMessage"/>.</summary>
public enum MimoRole
{
    /// <summary>Instructions that stand above the conversation.</summary>
    System,

    /// <summary>The person or program that asks.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,

    /// <summary>The result of one tool call.</summary>
    Tool,
}
