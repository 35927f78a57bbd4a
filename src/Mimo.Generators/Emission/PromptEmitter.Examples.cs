using System.Globalization;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <content>
/// Examples: turns that the method's own template renders, and their answers. They are the same for every call, so each is made once,
/// in a class of its own, that what it costs is paid with the first call that needs it.
/// </content>
internal sealed partial class PromptEmitter
{
    private const string TurnMethod = "Turn";

    /// <summary>Writes a method's examples.</summary>
    /// <returns>The expressions of their messages in order.</returns>
    private List<string> WriteExamples(PromptMethodModel method)
    {
        var expressions = new List<string>();
        if (method.Examples.Count == 0)
        {
            return expressions;
        }

        string name = BuilderScope(method).Of(method, "Examples");
        using (_writer.WriteBlock($"private static class {name}"))
        {
            int number = 0;
            foreach (PromptExampleModel example in method.Examples)
            {
                string suffix = (++number).ToString(CultureInfo.InvariantCulture);
                string answer = example.IsJson ? CSharpText.RawLiteral(example.Answer, _target) : CSharpText.Literal(example.Answer);
                _writer.WriteLine($$"""
                    internal static readonly {{MessageType}} Turn{{suffix}} = {{TurnMethod}}({{string.Join(", ", example.Inputs.Select(Input))}});
                    internal static readonly {{MessageType}} Answer{{suffix}} = {{MessageType}}.Assistant({{answer}});

                    """);
                expressions.Add($"{BuilderClass(method)}.{name}.Turn{suffix}");
                expressions.Add($"{BuilderClass(method)}.{name}.Answer{suffix}");
            }

            WriteTurn(method);
        }

        _writer.WriteLine();
        return expressions;
    }

    private void WriteTurn(PromptMethodModel method)
    {
        var named = new HashSet<string>(method.Examples[0].Inputs.Select(static input => input.Parameter), StringComparer.Ordinal);
        IEnumerable<string> parameters = method.Parameters.Where(parameter => named.Contains(parameter.Name)).Select(static parameter => $"{parameter.Syntax} {SymbolExtensions.Escape(parameter.Name)}");
        using (_writer.WriteBlock($"private static {MessageType} {TurnMethod}({string.Join(", ", parameters)})"))
        {
            _writer.WriteLine($"return {TemplateEmitter.Message(method.Messages[method.Messages.Count - 1], _inputs, isExample: true)};");
        }
    }

    /// <summary>The quotes of a JSON string would end a raw literal.</summary>
    private string Input(ExampleInputModel input)
    {
        if (input is not { Json: { } json, Type: { } type })
        {
            return input.Syntax!;
        }

        string literal = json.StartsWith("\"", StringComparison.Ordinal) ? CSharpText.Literal(json) : CSharpText.RawLiteral(json, _target);
        return $"global::Mimo.Generation.PromptExamples.Read<{type.Syntax}>({literal}, {_outputs.ReaderOf(type)})";
    }
}
