namespace Mimo;

/// <summary>What roles are called where the wire formats have no say: in saved transcripts, traces and previews.</summary>
internal static class RoleNames
{
    public static string Of(MimoRole role) => role switch
    {
        MimoRole.System => "system",
        MimoRole.User => "user",
        MimoRole.Assistant => "assistant",
        _ => "tool",
    };

    /// <returns>Null if no role is called so.</returns>
    public static MimoRole? Find(string? name) => name switch
    {
        "system" => MimoRole.System,
        "user" => MimoRole.User,
        "assistant" => MimoRole.Assistant,
        "tool" => MimoRole.Tool,
        _ => null,
    };
}
