using System.Text;
using System.Text.Json;
using Mimo.Testing.Replies;

namespace Mimo.Testing.Faults;

/// <summary>Bends an answer the way the model was seen to bend it. What the service writes differently is left to the writers of the formats.</summary>
internal static class Oddities
{
    private const int Repetitions = 40;

    public static ScriptedReply Apply(MimoOddity oddity, ScriptedReply reply) => oddity switch
    {
        MimoOddity.StringifiedArguments => BendArguments(reply, Stringify),
        MimoOddity.MalformedArguments => BendArguments(reply, Break),
        MimoOddity.UnknownArgument => BendArguments(reply, AddMember),
        MimoOddity.UnknownTool => BendCalls(reply, call => [new MimoScriptedCall($"{call.Name}_v2", call.Arguments, call.Id)]),
        MimoOddity.RepeatedCalls => BendCalls(reply, call => [call, new MimoScriptedCall(call.Name, call.Arguments)]),
        MimoOddity.LeakedToolCalls => Leak(reply),
        MimoOddity.AnswerInReasoning => reply.Text.Length == 0 ? reply : reply with { Text = "", Reasoning = reply.Text },
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

    private static string Half(string text) => WholeCharacters.Cut(text, text.Length / 2);

    /// <summary>The arguments without as much of their end as makes them no JSON: what is left of a number, or before a blank, is JSON again.</summary>
    private static string Break(string arguments)
    {
        string rest = arguments;
        do
        {
            rest = WholeCharacters.Cut(rest, Math.Max(0, rest.Length - 1));
        }
        while (JsonText.TryParse(rest) is not null);

        // A call may come without arguments, which is not malformed.
        return string.IsNullOrWhiteSpace(rest) ? "{" : rest;
    }

    private static string Stringify(string arguments)
    {
        if (JsonText.TryParse(arguments) is not { ValueKind: JsonValueKind.Object } value)
        {
            return arguments;
        }

        return WriteObject(json =>
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    json.WriteString(member.Name, member.Value.GetRawText());
                }
                else
                {
                    member.WriteTo(json);
                }
            }
        });
    }

    private static string AddMember(string arguments)
    {
        if (JsonText.TryParse(arguments) is not { ValueKind: JsonValueKind.Object } value)
        {
            return arguments;
        }

        return WriteObject(json =>
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                member.WriteTo(json);
            }

            json.WriteBoolean("unknown_argument"u8, true);
        });
    }

    /// <summary>Written member by member, because scripted arguments may have two of one name, which no node can.</summary>
    private static string WriteObject(Action<Utf8JsonWriter> writeMembers) => Encoding.UTF8.GetString(WireJson.ToUtf8(json =>
    {
        json.WriteStartObject();
        writeMembers(json);
        json.WriteEndObject();
    }));

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
