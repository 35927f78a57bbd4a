using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>Turns what a tool method returned into a result. Generated dispatchers end in one of these.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolResults
{
    /// <summary>The end of a method that gives nothing.</summary>
    public static ValueTask<MimoToolResult> Done => new(MimoToolResult.Done);

    /// <summary>A text.</summary>
    public static ValueTask<MimoToolResult> Text(string? text) => new(MimoToolResult.FromText(text));

    /// <summary>A value as JSON.</summary>
    public static ValueTask<MimoToolResult> Json<T>(T value, ModelJsonWrite<T> write) => new(ToJson(value, write));

    /// <summary>The value of a task as JSON.</summary>
    public static async ValueTask<MimoToolResult> JsonAsync<T>(Task<T> pending, ModelJsonWrite<T> write) => ToJson(await pending.ConfigureAwait(false), write);

    /// <summary>The value of a task as JSON.</summary>
    public static async ValueTask<MimoToolResult> JsonAsync<T>(ValueTask<T> pending, ModelJsonWrite<T> write) => ToJson(await pending.ConfigureAwait(false), write);

    /// <summary>The text of a task.</summary>
    public static async ValueTask<MimoToolResult> TextAsync(Task<string?> pending) => MimoToolResult.FromText(await pending.ConfigureAwait(false));

    /// <summary>The text of a task.</summary>
    public static async ValueTask<MimoToolResult> TextAsync(ValueTask<string?> pending) => MimoToolResult.FromText(await pending.ConfigureAwait(false));

    /// <summary>The end of a task that gives nothing.</summary>
    public static async ValueTask<MimoToolResult> DoneAsync(Task pending)
    {
        await pending.ConfigureAwait(false);
        return MimoToolResult.Done;
    }

    /// <summary>The end of a task that gives nothing.</summary>
    public static async ValueTask<MimoToolResult> DoneAsync(ValueTask pending)
    {
        await pending.ConfigureAwait(false);
        return MimoToolResult.Done;
    }

    private static MimoToolResult ToJson<T>(T value, ModelJsonWrite<T> write) => MimoToolResult.FromJson(JsonContent.Write(value, write));
}
