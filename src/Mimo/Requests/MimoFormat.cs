namespace Mimo;

/// <summary>Which of MiMo's two wire formats an exchange uses. Both say the same; only the envelope differs.</summary>
public enum MimoFormat
{
    /// <summary><c>POST /v1/chat/completions</c>.</summary>
    OpenAI,

    /// <summary><c>POST /anthropic/v1/messages</c>.</summary>
    Anthropic,
}
