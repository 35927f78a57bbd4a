namespace Mimo;

/// <summary>One request of a tool loop, about to be sent.</summary>
/// <param name="Number">Which request of the run it is, from 1. Where a prompt's answer is repaired, the count goes on.</param>
/// <param name="Request">The request.</param>
/// <param name="Usage">What the run has cost so far, together with what of a prompt was done before it.</param>
public sealed record MimoRoundStart(int Number, MimoRequest Request, MimoUsage Usage);

/// <summary>One response of a tool loop, its tool calls done.</summary>
/// <param name="Number">Which request of the run it answers, from 1. Where a prompt's answer is repaired, the count goes on.</param>
/// <param name="Response">The response.</param>
/// <param name="Results">The result of each of its tool calls, in order; empty when it had none or they were not run.</param>
/// <param name="Usage">What the run has cost so far, together with what of a prompt was done before it.</param>
public sealed record MimoRoundEnd(int Number, MimoResponse Response, IReadOnlyList<MimoToolResult> Results, MimoUsage Usage);
