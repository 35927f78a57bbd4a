namespace Mimo;

/// <summary>One answer that could not be read as the promised type.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Problems">What was wrong with it, as the model was told.</param>
public sealed record MimoOutputAttempt(MimoResponse Response, string Problems);
