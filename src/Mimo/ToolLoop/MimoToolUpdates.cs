namespace Mimo;

/// <summary>A tool call was run; only a tool loop gives it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Result">What the model is told.</param>
public sealed record MimoToolResultUpdate(MimoToolCall Call, MimoToolResult Result) : MimoUpdate;

/// <summary>A tool loop is over; the last update it gives.</summary>
/// <param name="Run">Everything that happened.</param>
public sealed record MimoRunFinishedUpdate(MimoRun Run) : MimoUpdate;
