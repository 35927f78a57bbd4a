using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

internal sealed partial class PromptEmitter
{
    /// <summary>Stands before the schema of a structured answer.</summary>
    public const string AnswerInstruction = "Answer with one JSON object and nothing else: no prose, no Markdown fence. It must be valid against this JSON schema:\n";

    private const string RequestsClass = "Requests";
    private const string ImplementationClass = "Implementation";

    private void WriteRequests()
    {
        _writer.WriteLine($$"""
            /// <summary>Builds the requests of the prompts without sending them.</summary>
            {{CSharpText.GeneratedCode}}
            """);
        string access = _prompt.IsInterface ? FactoryAccess : _prompt.Methods.Any(static method => method is { IsRefused: false, Access: "public" }) ? "public" : "internal";
        using (_writer.WriteBlock($"{access} static class {RequestsClass}"))
        {
            WriteBuilders(RequestsClass);
        }
    }

    /// <summary>Writes the request builders that belong into one of the generated classes.</summary>
    private void WriteBuilders(string builderClass)
    {
        _staticMessages.Clear();
        bool isFirst = true;
        foreach (PromptMethodModel method in _prompt.Methods.Where(method => !method.IsRefused && BuilderClassName(method) == builderClass))
        {
            if (!isFirst)
            {
                _writer.WriteLine();
            }

            isFirst = false;
            WriteRequest(method);
        }
    }

    /// <summary>The builder of a method that only its own type may call can't be where all see it: it may take types that they don't.</summary>
    private static string BuilderClassName(PromptMethodModel method) => method.Access is null ? ImplementationClass : RequestsClass;

    /// <summary>Written out in full where it is used, since a parameter may be called the same.</summary>
    private string BuilderClass(PromptMethodModel method) => $"{_prompt.Holder.Syntax}.{BuilderClassName(method)}";

    private NameScope BuilderScope(PromptMethodModel method) => method.Access is null ? _implementationNames : _requestNames;

    private void WriteRequest(PromptMethodModel method)
    {
        string? schema = SchemaOf(method);
        if (schema is not null)
        {
            WriteAnswerFormat(method, schema);
        }

        List<string> messages = MessagesOf(method);
        Dictionary<string, string> toolParameters = ToolParameters(method.Tools.Where(static tools => !tools.IsStatic), method.Parameters.Select(static parameter => parameter.Name));
        IEnumerable<string> tools = toolParameters.Select(static tools => $"{tools.Key} {tools.Value}");
        IEnumerable<string> parameters = RequestParameters(method).Select(static parameter =>
            $"{(parameter.IsParams ? "params " : "")}{parameter.Syntax} {SymbolExtensions.Escape(parameter.Name)}{(parameter.DefaultSyntax is null ? "" : " = " + parameter.DefaultSyntax)}");
        _writer.WriteLine($"/// <summary>Builds the request of <c>{method.Name}</c> without sending it.</summary>");
        _writer.WriteDocumentation(["<remarks>", .. PromptDocEmitter.Details(method, schema), "</remarks>"]);
        using (_writer.WriteBlock($"{method.Access ?? "internal"} static global::Mimo.MimoRequest {SymbolExtensions.Escape(method.RequestName)}({string.Join(", ", tools.Concat(parameters))})"))
        {
            var locals = new NameScope(method.Parameters.Select(static parameter => parameter.Name).Concat(toolParameters.Values));
            foreach (PromptParameterModel parameter in method.Parameters)
            {
                ConstraintEmitter.WriteGuards(_writer, parameter, locals);
            }

            string overlay = method.CallOptions is null ? "" : "global::Mimo.Generation.PromptCall.Apply(";
            string overlaid = method.CallOptions is { } options ? $", {SymbolExtensions.Escape(options.Name)})" : "";
            using (_writer.WriteBlock($"return {overlay}new global::Mimo.MimoRequest", end: $"}}{overlaid};"))
            {
                WriteMessages(method, messages);
                WriteTools(method, toolParameters);
                WriteOptions(method);
            }
        }
    }

    /// <summary>The schema of a method's answer; null if that is not structured.</summary>
    private string? SchemaOf(PromptMethodModel method)
    {
        if (method.Return.Type is not { } type)
        {
            return null;
        }

        // Many methods answer in the same type.
        (TypeUse, PromptReturnMode, bool) key = (type, method.Return.Mode, method.Return.IsWrapped);
        if (!_schemas.TryGetValue(key, out string? schema))
        {
            schema = SchemaEmitter.EmitAnswer(_prompt.OutputTypes, method.Return, _target);
            _schemas.Add(key, schema);
        }

        return schema;
    }

    private void WriteAnswerFormat(PromptMethodModel method, string schema)
    {
        _writer.WriteLine($$"""
            private const string {{AnswerFormat(method)}} =
                {{CSharpText.Literal(AnswerInstruction)}}
                + {{CSharpText.RawLiteral(schema, _target)}};

            """);
    }

    private void WriteMessages(PromptMethodModel method, List<string> messages)
    {
        if (method.Transcript is { } transcript)
        {
            WriteMessageArray("Messages = global::Mimo.Generation.PromptText.Join(", messages.Take(messages.Count - 1), $", {SymbolExtensions.Escape(transcript.Name)}, {messages[messages.Count - 1]}),");
        }
        else
        {
            WriteMessageArray("Messages = ", messages, ",");
        }
    }

    private void WriteMessageArray(string start, IEnumerable<string> messages, string end)
    {
        using (_writer.WriteBlock($"{start}new {MessageType}[]", end: "}" + end))
        {
            foreach (string message in messages)
            {
                _writer.WriteLine(message + ",");
            }
        }
    }

    private void WriteOptions(PromptMethodModel method)
    {
        PromptOptionsModel options = method.Options;
        WriteOption("Model", options.Model);
        WriteOption("Temperature", options.Temperature);
        WriteOption("TopP", options.TopP);
        WriteOption("MaxCompletionTokens", options.MaxCompletionTokens);
        WriteOption("FrequencyPenalty", options.FrequencyPenalty);
        WriteOption("PresencePenalty", options.PresencePenalty);
        WriteOption("Stop", options.Stop);
        WriteOption("Thinking", options.Thinking);
        WriteOption("ResponseFormat", method.Return.IsStructured ? "global::Mimo.MimoResponseFormat.JsonObject" : null);
    }

    private void WriteOption(string name, string? value)
    {
        if (value is not null)
        {
            _writer.WriteLine($"{name} = {value},");
        }
    }

    private string AnswerFormat(PromptMethodModel method) => BuilderScope(method).Of(method, "AnswerFormat");

    private string QualifiedAnswerFormat(PromptMethodModel method) => $"{BuilderClass(method)}.{AnswerFormat(method)}";
}
