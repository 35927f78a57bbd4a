namespace Mimo.Testing;

/// <summary>How much a <see cref="MimoServer"/> refuses.</summary>
public enum MimoStrictness
{
    /// <summary>Refuses what the documentation or a published measurement says the real service refuses.</summary>
    Faithful,

    /// <summary>
    /// Refuses only what cannot be answered at all: a wrong key, a body that is not JSON, missing or wrongly typed known
    /// fields, an unknown model, no messages. For trying out a client that is not yet written for this service.
    /// </summary>
    Lenient,

    /// <summary>
    /// Refuses everything <see cref="Faithful"/> does, and also what the service was seen to accept but does not document,
    /// or what was refused only by some of its generations: <c>max_tokens</c>, <c>reasoning_effort</c>, the role
    /// <c>developer</c>, tool results given as arrays, unknown message fields, <c>stream_options</c> that say anything else than that a
    /// stream is to include its usage. What passes here is the safest to send.
    /// </summary>
    Strict,
}
