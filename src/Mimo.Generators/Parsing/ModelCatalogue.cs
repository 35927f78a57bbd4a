namespace Mimo.Generators.Parsing;

/// <summary>
/// What is known of MiMo's models, as of October 2026: the model table of Xiaomi's documentation, and for the V2 generation, which
/// Xiaomi's own host no longer serves, that of api.mimo-v2.com. A model that is not in it is taken for one to come.
/// </summary>
internal static class ModelCatalogue
{
    /// <summary>The most tokens that any model answers with, reasoning included.</summary>
    public const int LargestOutput = 131072;

    /// <summary>The most tokens that one model answers with.</summary>
    public static int LargestOutputOf(string? model) => model == "mimo-v2-flash" ? 65536 : LargestOutput;

    /// <summary>Whether a model thinks unless it is told not to. Without a model the client chooses, and its own default thinks.</summary>
    public static bool ThinksByDefault(string? model) => model != "mimo-v2-flash";

    /// <summary>Whether a model reads nothing but text.</summary>
    public static bool ReadsTextAlone(string model) => model is "mimo-v2-pro" or "mimo-v2-flash" or "mimo-v2.5-pro";

    /// <summary>The model of the same generation and maker that reads images, sound and video too.</summary>
    public static string MediaReaderBeside(string model) => model.StartsWith("mimo-v2-", StringComparison.Ordinal) ? "mimo-v2-omni" : "mimo-v2.6-pro";

    /// <summary>The model to use in place of one that is no longer served; null if it is served.</summary>
    public static string? SuccessorOf(string model) => model switch
    {
        "mimo-v2.5-pro" => "mimo-v2.6-pro",
        "mimo-v2.5" => "mimo-v2.6-flash",
        _ => null,
    };
}
