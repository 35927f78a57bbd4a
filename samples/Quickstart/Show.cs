using Mimo;
using Spectre.Console;

namespace Quickstart;

/// <summary>Prints conversations.</summary>
internal static class Show
{
    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape(text)).LeftJustified());
    }

    public static void Conversation(IEnumerable<MimoMessage> messages)
    {
        foreach (MimoMessage message in messages)
        {
            if (message.Role == MimoRole.Tool)
            {
                Line("tool result", message.Text, "yellow");
                continue;
            }

            if (message.Reasoning is { Length: > 0 } reasoning)
            {
                Line("reasoning", reasoning, "grey");
            }

            if (message.Text.Length > 0)
            {
                Line(message.Role.ToString().ToLowerInvariant(), message.Text, message.Role == MimoRole.User ? "green" : "blue");
            }

            foreach (MimoToolCall call in message.ToolCalls)
            {
                Line("tool call", $"{call.Name}({call.Arguments})", "yellow");
            }
        }
    }

    public static async Task StreamAsync(IAsyncEnumerable<MimoUpdate> updates)
    {
        string? current = null;
        MimoUsage? usage = null;
        await foreach (MimoUpdate update in updates)
        {
            switch (update)
            {
                case MimoReasoningUpdate { Text: var text }:
                    Continue("reasoning", text, "grey");
                    break;
                case MimoTextUpdate { Text: var text }:
                    Continue("assistant", text, "blue");
                    break;
                case MimoUsageUpdate { Usage: var total }:
                    usage = total;
                    break;
            }
        }

        AnsiConsole.WriteLine();
        if (usage is not null)
        {
            Usage(usage);
        }

        void Continue(string speaker, string text, string color)
        {
            if (current != speaker)
            {
                AnsiConsole.Markup($"{(current is null ? "" : "\n")}[bold {color}]{speaker}[/]: ");
                current = speaker;
            }

            AnsiConsole.Write(text);
        }
    }

    public static void Usage(MimoUsage usage) => AnsiConsole.MarkupLineInterpolated(
        $"[grey]usage: {usage.InputTokens} in ({usage.CachedInputTokens} cached), {usage.OutputTokens} out ({usage.ReasoningTokens} reasoning), {usage.TotalTokens} in all[/]");

    private static void Line(string speaker, string text, string color) => AnsiConsole.MarkupLine($"[bold {color}]{speaker}[/]: {Markup.Escape(text)}");
}
