using System.Globalization;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>
/// Prints what is sent for a prompt as documentation, so that hovering over a generated member answers it: the messages as their
/// author wrote them, the answer's schema, the tools, and about how many tokens are the same for every call.
/// </summary>
internal static class PromptDocEmitter
{
    private const int MostMessages = 8;
    private const int MostMethods = 20;

    /// <summary>How the tokens were counted, and what was not.</summary>
    private const string Counting = "Tokens are estimated: four characters each, and one for each character of Chinese, Japanese or Korean.";

    /// <summary>Everything about a prompt but its summary, as lines of XML.</summary>
    /// <param name="method">The prompt.</param>
    /// <param name="schema">The schema of its answer; null if that is not structured.</param>
    public static IEnumerable<string> Details(PromptMethodModel method, string? schema)
    {
        List<PromptMessageModel> messages = method.Messages.ToList();
        int left = Math.Max(0, messages.Count - MostMessages);
        for (int index = 0; index < messages.Count; index++)
        {
            bool isLast = index == messages.Count - 1;
            if (isLast && method.Examples.Count > 0)
            {
                foreach (string line in Block(ExamplesTitle(method.Examples.Count), PromptDocText.Shorten(method.Examples[0].Answer)))
                {
                    yield return line;
                }
            }

            if (isLast && method.Transcript is { } transcript)
            {
                yield return $"<para>The conversation so far: <c>{transcript.Name}</c></para>";
            }

            if (left > 0 && index == MostMessages / 2)
            {
                yield return $"<para>… {left} more messages …</para>";
            }

            if (left == 0 || index < MostMessages / 2 || index >= MostMessages / 2 + left)
            {
                foreach (string line in Block(messages[index].Role + ":", PromptDocText.Shorten(PromptDocText.Of(messages[index]))))
                {
                    yield return line;
                }
            }
        }

        if (messages.Exists(static message => message.Segments.Any(static segment => segment.IsUntrusted)))
        {
            yield return "<para>Untrusted values are fenced, and the system message says that they are data.</para>";
        }

        if (schema is not null)
        {
            foreach (string line in Block("The answer is one JSON object of this schema:", PromptDocText.Shorten(PromptDocText.WrapJson(schema))))
            {
                yield return line;
            }
        }

        List<string> tools = method.Tools.Select(static tools => PromptDocText.ShortName(tools.Syntax)).ToList();
        if (tools.Count > 0)
        {
            yield return $"<para>Tools: those of {string.Join(", ", tools.Select(static name => $"<c>{CSharpText.XmlText(name)}</c>"))}</para>";
        }

        yield return $"<para>{Costs(StaticTokens(method, schema))}{(tools.Count > 0 ? " The schemas of the tools come on top." : "")}</para>";
    }

    /// <summary>An overview of an interface's prompts, as lines of XML.</summary>
    /// <param name="methods">The prompts that can be called.</param>
    /// <param name="schemaOf">The schema of a prompt's answer; null if that is not structured.</param>
    public static IEnumerable<string> Overview(IReadOnlyList<PromptMethodModel> methods, Func<PromptMethodModel, string?> schemaOf)
    {
        yield return "<list type=\"bullet\">";
        foreach (PromptMethodModel method in methods.Take(MostMethods))
        {
            string tokens = Number(StaticTokens(method, schemaOf(method)));
            string beginning = CSharpText.XmlText(PromptDocText.Beginning(method.Messages[method.Messages.Count - 1]));
            yield return $"<item><description><c>{method.Name}</c> (about {tokens} tokens and its arguments): {beginning}</description></item>";
        }

        if (methods.Count > MostMethods)
        {
            yield return $"<item><description>… and {methods.Count - MostMethods} more</description></item>";
        }

        yield return "</list>";
        yield return $"<para>{Counting}</para>";
    }

    /// <summary>About how many tokens a request has before its arguments are inserted, its tools apart.</summary>
    public static int StaticTokens(PromptMethodModel method, string? schema)
    {
        int tokens = method.Messages.Sum(static message => PromptDocText.Tokens(string.Concat(message.Segments.Select(static segment => segment.Text))));
        tokens += method.Messages.Any(static message => message.Segments.Any(static segment => segment.IsUntrusted)) ? PromptDocText.UntrustedNoticeTokens : 0;
        return tokens + ExampleTokens(method) + (schema is null ? 0 : PromptDocText.Tokens(PromptEmitter.AnswerInstruction + schema));
    }

    /// <summary>An example has the fixed text of the turn, its own values, and its answer.</summary>
    private static int ExampleTokens(PromptMethodModel method)
    {
        if (method.Examples.Count == 0)
        {
            return 0;
        }

        int turn = PromptDocText.Tokens(string.Concat(method.Messages[method.Messages.Count - 1].Segments.Select(static segment => segment.Text)));
        return method.Examples.Sum(example =>
            turn + example.Inputs.Sum(static input => PromptDocText.Tokens(input.Json ?? input.Syntax!)) + PromptDocText.Tokens(example.Answer));
    }

    private static string ExamplesTitle(int count) => count == 1
        ? "An example: the last message with other values, and the answer:"
        : $"{count} examples, each the last message with other values, and its answer. The first answer:";

    private static string Costs(int tokens) => tokens switch
    {
        0 => "Only arguments are sent.",
        1 => $"About 1 token is the same for every call; arguments come on top. {Counting}",
        _ => $"About {Number(tokens)} tokens are the same for every call; arguments come on top. {Counting}",
    };

    private static IEnumerable<string> Block(string title, string text)
    {
        yield return $"<para>{title}</para>";
        yield return "<code>";
        foreach (string line in CSharpText.XmlLines(text))
        {
            yield return line;
        }

        yield return "</code>";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
