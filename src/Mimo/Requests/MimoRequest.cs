using System.Buffers;
using Mimo.Wire;

namespace Mimo;

/// <summary>One question to the model. Immutable; what is not set is not sent, so the server's own default holds.</summary>
public sealed record MimoRequest
{
    /// <summary>The model's id in lower case, such as <c>mimo-v2-pro</c>; null takes <see cref="MimoClientOptions.Model"/>.</summary>
    public string? Model { get; init; }

    /// <summary>The conversation so far, the new user turn last. It must not change while the request is in use.</summary>
    public IReadOnlyList<MimoMessage> Messages { get; init; } = [];

    /// <summary>The tools on offer; empty for none.</summary>
    public MimoToolSet Tools { get; init; } = MimoToolSet.Empty;

    /// <summary>The server's built-in web search; null for none. The Anthropic format cannot say it, so it is refused there.</summary>
    public MimoWebSearch? WebSearch { get; init; }

    /// <summary>Sampling temperature, 0 to 1.5. The server takes 1.0 while the model thinks, whatever is sent.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling, 0.01 to 1. The server takes 0.95 while the model thinks, whatever is sent.</summary>
    public double? TopP { get; init; }

    /// <summary>
    /// The most tokens that reasoning and answer together may have, 1 to 131072. Null leaves it to the host, and some cut at as few as 1024,
    /// of which thinking takes its part; so set it. The Anthropic format requires a number: there 32768 is sent when this is null.
    /// </summary>
    public int? MaxCompletionTokens { get; init; }

    /// <summary>-2 to 2. The Anthropic format cannot say it, so any value but 0 is refused there.</summary>
    public double? FrequencyPenalty { get; init; }

    /// <summary>-2 to 2. The Anthropic format cannot say it, so any value but 0 is refused there.</summary>
    public double? PresencePenalty { get; init; }

    /// <summary>At most four texts at which the answer ends; they are not part of it.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>Whether the model thinks before it answers.</summary>
    public MimoThinking Thinking { get; init; }

    /// <summary>What kind of text the model is held to.</summary>
    public MimoResponseFormat ResponseFormat { get; init; }

    /// <summary>Writes the exact bytes that a client would send.</summary>
    /// <param name="destination">Takes the bytes, UTF-8 JSON.</param>
    /// <param name="format">The wire format.</param>
    /// <param name="stream">Whether the answer is asked for as a stream.</param>
    /// <exception cref="NotSupportedException">The request uses something the format has no word for.</exception>
    public void WriteTo(IBufferWriter<byte> destination, MimoFormat format, bool stream = false)
    {
        ArgumentNullException.ThrowIfNull(destination);
        RequestWriter.Write(destination, this, new RequestWriting(format, DefaultModel: null, stream));
    }

    /// <summary>A readable preview of the conversation and the options; not what is sent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RequestPreview.Render(this);
}
