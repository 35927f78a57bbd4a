using System.Diagnostics;
using System.Text;

namespace Mimo.Telemetry;

/// <summary>The trace of one tool call. There is none while nobody listens.</summary>
internal static class ToolObservation
{
    private const string Arguments = "gen_ai.tool.call.arguments";

    public static Activity? Start(MimoToolCall call, MimoToolSet tools, bool recordContent)
    {
        if (!MimoTelemetry.Source.HasListeners())
        {
            return null;
        }

        // From the start: samplers decide by these.
        KeyValuePair<string, object?>[] identity = [new("gen_ai.operation.name", "execute_tool"), new("gen_ai.tool.name", call.Name)];
        Activity? activity = MimoTelemetry.Source.StartActivity($"execute_tool {call.Name}", ActivityKind.Internal, default(ActivityContext), identity);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("gen_ai.tool.call.id", call.Id);
            activity.SetTag("gen_ai.tool.type", "function");
            if (tools.TryGet(call.Name, out MimoTool? tool) && tool.Description.Length > 0)
            {
                activity.SetTag("gen_ai.tool.description", tool.Description);
            }

            if (recordContent)
            {
                activity.SetTag(Arguments, call.Arguments);
            }
        }

        return activity;
    }

    /// <summary>Notes that the call runs with other arguments than the model's.</summary>
    public static void NoteArguments(Activity? activity, ReadOnlyMemory<byte> argumentsUtf8, bool recordContent)
    {
        if (recordContent && activity is { IsAllDataRequested: true })
        {
            activity.SetTag(Arguments, Encoding.UTF8.GetString(argumentsUtf8.Span));
        }
    }

    public static void Complete(Activity? activity, MimoToolResult result, bool recordContent)
    {
        if (activity is null)
        {
            return;
        }

        if (result.IsError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.SetTag("error.type", result.Exception?.GetType().FullName ?? "tool_error");
        }

        if (recordContent)
        {
            activity.SetTag("gen_ai.tool.call.result", result.Content);
        }
    }

    /// <summary>Notes that the call ended without a result, and with it the run.</summary>
    public static void Fail(Activity? activity, Exception exception)
    {
        activity?.SetStatus(ActivityStatusCode.Error);
        activity?.SetTag("error.type", MimoTelemetry.ErrorType(exception));
    }
}
