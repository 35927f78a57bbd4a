namespace Mimo;

/// <summary>Whether the model thinks before it answers (the <c>thinking</c> field of both formats).</summary>
public enum MimoThinking
{
    /// <summary>Not sent: the model's own default, which is to think for all models but <c>mimo-v2-flash</c>.</summary>
    Default = 0,

    /// <summary>The model thinks. It then ignores <c>temperature</c> and <c>top_p</c>.</summary>
    Enabled,

    /// <summary>The model answers at once.</summary>
    Disabled,
}
