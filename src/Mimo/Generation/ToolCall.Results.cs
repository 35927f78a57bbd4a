using System.Diagnostics.CodeAnalysis;

namespace Mimo.Generation;

/// <content>
/// What a tool method returned, turned into a result. None of these needs the call, but a compiler finds a member of a variable much
/// sooner than one of a class by its full name, and it is compiled once for each tool of a project.
/// </content>
[SuppressMessage("Performance", "CA1822", Justification = "See above.")]
public ref partial struct ToolCall
{
    /// <summary>The end of a method that gives nothing.</summary>
    public readonly MimoToolResult Done() => MimoToolResult.Done;

    /// <summary>A text.</summary>
    public readonly MimoToolResult Text(string? text) => MimoToolResult.FromText(text);

    /// <summary>A value as JSON.</summary>
    public readonly MimoToolResult Json<T>(T value, ModelJsonWrite<T> write) => ToJson(value, write);

    /// <summary>The value of a task as JSON.</summary>
    public readonly ValueTask<MimoToolResult> JsonAsync<T>(Task<T> pending, ModelJsonWrite<T> write) => AwaitJsonAsync(new ValueTask<T>(pending), write);

    /// <summary>The value of a task as JSON.</summary>
    public readonly ValueTask<MimoToolResult> JsonAsync<T>(ValueTask<T> pending, ModelJsonWrite<T> write) => AwaitJsonAsync(pending, write);

    /// <summary>The text of a task.</summary>
    public readonly ValueTask<MimoToolResult> TextAsync(Task<string?> pending) => AwaitTextAsync(new ValueTask<string?>(pending));

    /// <summary>The text of a task.</summary>
    public readonly ValueTask<MimoToolResult> TextAsync(ValueTask<string?> pending) => AwaitTextAsync(pending);

    /// <summary>The end of a task that gives nothing.</summary>
    public readonly ValueTask<MimoToolResult> DoneAsync(Task pending) => AwaitDoneAsync(new ValueTask(pending));

    /// <summary>The end of a task that gives nothing.</summary>
    public readonly ValueTask<MimoToolResult> DoneAsync(ValueTask pending) => AwaitDoneAsync(pending);

    private static async ValueTask<MimoToolResult> AwaitJsonAsync<T>(ValueTask<T> pending, ModelJsonWrite<T> write) => ToJson(await pending.ConfigureAwait(false), write);

    private static async ValueTask<MimoToolResult> AwaitTextAsync(ValueTask<string?> pending) => MimoToolResult.FromText(await pending.ConfigureAwait(false));

    private static async ValueTask<MimoToolResult> AwaitDoneAsync(ValueTask pending)
    {
        await pending.ConfigureAwait(false);
        return MimoToolResult.Done;
    }

    private static MimoToolResult ToJson<T>(T value, ModelJsonWrite<T> write) => MimoToolResult.FromJson(JsonContent.Write(value, write));
}
