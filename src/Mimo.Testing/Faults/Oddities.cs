using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Replies;

namespace Mimo.Testing.Faults;

/// <summary>Bends an answer the way the model was seen to bend it.</summary>
internal static class Oddities
{
    private const int Repetitions = 40;

    public static ScriptedReply Apply(MimoOddity oddity, ScriptedReply reply) => oddity switch
    {
        MimoOddity.StringifiedArguments => BendArguments(reply, Stringify),
        MimoOddity.MalformedArguments => BendArguments(reply, arguments => arguments.Length == 0 ? "{" : arguments[..^1]),
        MimoOddity.UnknownArgument => BendArguments(reply, AddMember),
        MimoOddity.UnknownTool => BendCalls(reply, call => [new MimoScriptedCall($"{call.Name}_v2", call.Arguments, call.Id)]),
        MimoOddity.RepeatedCalls => BendCalls(reply, call => [call, new MimoScriptedCall(call.Name, call.Arguments)]),
        MimoOddity.LeakedToolCalls => Leak(reply),
        MimoOddity.AnswerInReasoning => reply with { Text = "", Reasoning = reply.Text },
        MimoOddity.FencedText => reply.Text.Length == 0 ? reply : reply with { Text = $"Here is the JSON you asked for:\n```json\n{reply.Text}\n```" },
        MimoOddity.Truncated => BendArguments(reply, Half) with { Text = reply.ToolCalls.Count == 0 ? Half(reply.Text) : reply.Text, FinishReason = "length" },
        MimoOddity.Repetition => reply with
        {
            Text = string.Concat(Enumerable.Repeat(reply.Text.Length == 0 ? "Let me see. " : reply.Text, Repetitions)),
            ToolCalls = [],
            FinishReason = "repetition_truncation",
        },
        _ => reply,
    };

    private static ScriptedReply BendCalls(ScriptedReply reply, Func<MimoScriptedCall, IEnumerable<MimoScriptedCall>> bend) =>
        reply with { ToolCalls = [.. reply.ToolCalls.SelectMany(bend)] };

    private static ScriptedReply BendArguments(ScriptedReply reply, Func<string, string> bend) =>
        BendCalls(reply, call => [new MimoScriptedCall(call.Name, bend(call.Arguments), call.Id)]);

    private static string Half(string text)
    {
        int end = text.Length / 2;
        return end > 0 && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
    }

    private static string Stringify(string arguments)
    {
        if (JsonText.TryParse(arguments) is not { ValueKind: JsonValueKind.Object } value)
        {
            return arguments;
        }

        var bent = new JsonObject();
        foreach (JsonProperty member in value.EnumerateObject())
        {
            bent[member.Name] = member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? JsonValue.Create(member.Value.GetRawText())
                : JsonNode.Parse(member.Value.GetRawText());
        }

        return WireJson.ToText(bent);
    }

    private static string AddMember(string arguments)
    {
        if (JsonText.TryParse(arguments) is not { ValueKind: JsonValueKind.Object } value)
        {
            return arguments;
        }

        JsonObject bent = JsonObject.Create(value)!;
        bent["unknown_argument"] = true;
        return WireJson.ToText(bent);
    }

    private static ScriptedReply Leak(ScriptedReply reply)
    {
        if (reply.ToolCalls.Count == 0)
        {
            return reply;
        }

        var text = new StringBuilder(reply.Text);
        foreach (MimoScriptedCall call in reply.ToolCalls)
        {
            text.Append("<tool_call>\n<function=").Append(call.Name).Append(">\n");
            foreach (JsonProperty argument in (JsonText.TryParse(call.Arguments) ?? default).Members())
            {
                text.Append("<parameter=").Append(argument.Name).Append('>').Append(argument.Value).Append("</parameter>\n");
            }

            text.Append("</function>\n</tool_call>");
        }

        return reply with { Text = text.ToString(), ToolCalls = [], LeaksToolCalls = true };
    }
}
