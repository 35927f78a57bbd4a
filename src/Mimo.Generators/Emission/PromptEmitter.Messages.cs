using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <content>
/// The messages of a request. What is the same for every call is made once and stands first, so that the server finds the longest
/// possible prefix in its cache.
/// </content>
internal sealed partial class PromptEmitter
{
    private const string MessageType = "global::Mimo.MimoMessage";

    /// <summary>The fields of messages that are the same for every call, by the expressions that make them, in the class that is being written.</summary>
    private readonly Dictionary<string, string> _staticMessages = new(StringComparer.Ordinal);

    /// <summary>The expressions of a method's messages in order; fields that they need are written.</summary>
    private List<string> MessagesOf(PromptMethodModel method)
    {
        List<PromptMessageModel> messages = method.Messages.ToList();
        string additions = string.Join(" + \"\\n\\n\" + ", AdditionsOf(method));

        // What we add ourselves never varies, so it goes before the first message that does.
        int additionsAt = messages.TakeWhile(static message => message is { Role: "System", IsStatic: true }).Count() - 1;
        List<string> expressions = messages.Select((message, index) =>
            index == additionsAt && additions.Length > 0 ? StaticMessage(method, $"{MessageType}.System({CSharpText.Literal(TemplateEmitter.StaticText(message))} + \"\\n\\n\" + {additions})")
            : message.IsStatic ? StaticMessage(method, TemplateEmitter.Message(message, _inputs))
            : TemplateEmitter.Message(message, _inputs)).ToList();
        expressions.InsertRange(expressions.Count - 1, WriteExamples(method));
        if (additionsAt < 0 && additions.Length > 0)
        {
            expressions.Insert(0, StaticMessage(method, $"{MessageType}.System({additions})"));
        }

        return expressions;
    }

    private IEnumerable<string> AdditionsOf(PromptMethodModel method)
    {
        // A conversation that goes on may hold what another method of the prompt put in.
        if (HoldsUntrusted(method) || (method.Transcript is not null && _prompt.Methods.Any(HoldsUntrusted)))
        {
            yield return "global::Mimo.Generation.PromptText.UntrustedNotice";
        }

        if (method.Return.IsStructured)
        {
            yield return QualifiedAnswerFormat(method);
        }
    }

    private static bool HoldsUntrusted(PromptMethodModel method) =>
        method.Messages.Any(static message => message.Segments.Any(static segment => segment.IsUntrusted));

    /// <summary>Methods that begin alike share their messages, and with them the bytes that a client remembers with a message.</summary>
    private string StaticMessage(PromptMethodModel method, string expression)
    {
        if (!_staticMessages.TryGetValue(expression, out string? field))
        {
            field = BuilderScope(method).Take("SharedMessage" + (_staticMessages.Count + 1));
            _staticMessages.Add(expression, field);
            _writer.WriteLine($"private static readonly {MessageType} {field} = {expression};\n");
        }

        return $"{BuilderClass(method)}.{field}";
    }
}
