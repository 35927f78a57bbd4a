using Mimo;

public static class Closed
{
    /// <summary>Lives in a type that is not partial.</summary>
    [MimoTool]
    public static string Tool() => "";
}

public static partial class Open
{
    /// <summary>Takes what can't be JSON.</summary>
    /// <param name="type">What it takes.</param>
    [MimoTool]
    public static string Take(System.Type type) => type.Name;

    /// <summary>Is as it should be.</summary>
    /// <param name="value">What it gives back.</param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    public static string Echo(string value) => value;
}

[MimoPrompt]
public partial interface IBroken
{
    [UserPrompt("{nobody}")]
    Task<string> AskAsync(string somebody, CancellationToken cancellationToken = default);
}

// What is generated for the sound tool is there all the same.
public static class User
{
    public static int Count => Open.Tools.Count;
}
