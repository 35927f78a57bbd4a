using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <summary>
/// Prints one prompt interface: its factories, its request builders and its implementation; or one class with prompt methods: their
/// request builders and their bodies.
/// </summary>
internal sealed partial class PromptEmitter
{
    private const string Client = "global::Mimo.IMimoClient";
    private const string RunOptions = "global::Mimo.MimoRunOptions";
    private const string Services = "global::System.IServiceProvider?";

    private readonly PromptModel _prompt;
    private readonly TargetModel _target;
    private readonly ValueEmitter _inputs;
    private readonly ValueEmitter _outputs;
    private readonly TypeGraph _outputGraph;
    private readonly Dictionary<(TypeUse, PromptReturnMode, bool), string> _schemas = [];
    private readonly NameScope _requestNames;
    private readonly NameScope _implementationNames;
    private readonly string _clientField;

    /// <summary>What the parameters and fields are called that hold the tools of instances, by the tools' types.</summary>
    private readonly Dictionary<string, string> _toolParameters;
    private readonly Dictionary<string, string> _toolFields;
    private readonly SourceWriter _writer;

    private PromptEmitter(PromptModel prompt, TargetModel target)
    {
        _prompt = prompt;
        _target = target;
        _writer = CSharpText.StartFile(prompt.WarningIds);
        _requestNames = new NameScope(BuilderNames(RequestsClass));
        _implementationNames = new NameScope(BuilderNames(ImplementationClass));
        _clientField = _implementationNames.Take("_client");
        _toolParameters = ToolParameters(prompt.InstanceTools, ["client", "services"]);
        _toolFields = prompt.InstanceTools.ToDictionary(static tools => tools.Syntax, tools => _implementationNames.Take("_" + ToolName(tools.Syntax)), StringComparer.Ordinal);
        _inputs = new ValueEmitter(new TypeGraph(prompt.InputTypes), target);
        _outputGraph = new TypeGraph(prompt.OutputTypes);
        _outputs = new ValueEmitter(_outputGraph, target);
    }

    public static string Emit(PromptModel prompt, TargetModel target)
    {
        var emitter = new PromptEmitter(prompt, target);
        emitter._writer.WriteLine("#pragma warning disable CS0108, CS0109 // A base prompt's factories and requests are hidden on purpose.\n");
        string bases = prompt.IsTypeArgument && target.HasStaticAbstractMembers ? $" : global::Mimo.IMimoPrompt<{prompt.Holder.Syntax}>" : "";
        using (HolderEmitter.Open(emitter._writer, prompt.Holder, bases))
        {
            if (prompt.IsInterface)
            {
                emitter.WriteFactories();
                emitter._writer.WriteLine();
                emitter.WriteRequests();
                if (!prompt.IsUnwritable)
                {
                    emitter._writer.WriteLine();
                    emitter.WriteImplementation();
                }
            }
            else
            {
                emitter.WritePartialMethods();
            }
        }

        return emitter._writer.ToString();
    }

    private string FactoryAccess => _prompt.IsOpen ? "public" : "internal";

    private void WriteFactories()
    {
        string self = _prompt.Holder.Syntax;
        string parameters = string.Concat(_prompt.InstanceTools.Select(tools => $", {tools.Syntax} {ToolParameter(tools)}"));
        string arguments = string.Concat(_prompt.InstanceTools.Select(tools => $", {ToolParameter(tools)}"));
        string services = string.Concat(_prompt.InstanceTools.Select(static tools => $", new global::Mimo.MimoToolContext(services).GetRequiredService<{tools.Syntax}>()"));
        _writer.WriteLine($$"""
            /// <summary>Creates the prompts over a client.</summary>
            /// <param name="client">Sends the requests.</param>
            """);
        foreach (ToolTypeModel tools in _prompt.InstanceTools)
        {
            _writer.WriteLine($"/// <param name=\"{ToolParameter(tools).TrimStart('@')}\">Offers its tools to the model.</param>");
        }

        _writer.WriteLine("/// <param name=\"services\">Supplies the services that tools ask for; null if none does.</param>");
        List<PromptMethodModel> sound = _prompt.Methods.Where(static method => !method.IsRefused).ToList();
        if (sound.Count > 0)
        {
            _writer.WriteDocumentation(["<remarks>", .. PromptDocEmitter.Overview(sound, SchemaOf), "</remarks>"]);
        }

        _writer.WriteLine($$"""
            {{CSharpText.GeneratedCode}}
            {{FactoryAccess}} static {{self}} Create({{Client}} client{{parameters}}, {{Services}} services = null) => {{Creation(arguments)}};
            """);
        if (_prompt.IsTypeArgument && _target.HasStaticAbstractMembers)
        {
            _writer.WriteLine($$"""

                {{CSharpText.GeneratedCode}}
                static {{self}} global::Mimo.IMimoPrompt<{{self}}>.Create({{Client}} client, {{Services}} services) => {{Creation(services)}};
                """);
        }
    }

    private string Creation(string tools) => _prompt.IsUnwritable
        ? $"throw new global::System.NotSupportedException({CSharpText.Literal("One of these prompts can't be implemented; the build reports which.")})"
        : $"new {ImplementationClass}(client{tools}, services)";

    private void WriteImplementation()
    {
        _writer.WriteLine(CSharpText.GeneratedCode);
        using (_writer.WriteBlock($"private sealed class {ImplementationClass} : {_prompt.Holder.Syntax}"))
        {
            if (_prompt.Methods.Any(static method => method is { IsRefused: false, Access: null }))
            {
                WriteBuilders(ImplementationClass);
                _writer.WriteLine();
            }

            List<PromptMethodModel> sending = _prompt.Methods.Where(static method => !method.IsRefused && method.Return.Mode != PromptReturnMode.Request).ToList();
            foreach (PromptMethodModel method in sending.Where(static method => method.Return.IsStructured))
            {
                WriteOutputField(method);
                _writer.WriteLine();
            }

            _writer.WriteLine($"private readonly {Client} {_clientField};");
            foreach (ToolTypeModel tools in _prompt.InstanceTools)
            {
                _writer.WriteLine($"private readonly {tools.Syntax} {ToolField(tools)};");
            }

            foreach (PromptMethodModel method in sending)
            {
                _writer.WriteLine($"private readonly {RunOptions} {OptionsField(method)};");
            }

            _writer.WriteLine();
            WriteConstructor(sending);
            foreach (PromptMethodModel method in _prompt.Methods)
            {
                _writer.WriteLine();
                WriteMethod(method);
            }

            foreach (ForeignMemberModel member in _prompt.ForeignMembers)
            {
                _writer.WriteLine();
                _writer.WriteLine(member.Syntax);
            }
        }
    }

    /// <summary>Partial methods stand outside the class with their shared state.</summary>
    private string OutputAccess => _prompt.IsInterface ? "private" : "internal";

    private void WriteOutputField(PromptMethodModel method)
    {
        TypeUse type = method.Return.Type!;
        if (method.Return.Mode == PromptReturnMode.ItemStream)
        {
            string items = $"global::Mimo.Generation.ModelItems<{type.Syntax}>";
            _writer.WriteLine($"{OutputAccess} static readonly {items} {OutputField(method)} = new {items}({_outputs.ReaderOf(type)});");
            return;
        }

        string output = $"global::Mimo.Generation.ModelOutput<{type.Syntax}>";
        _writer.WriteLine($$"""
            {{OutputAccess}} static readonly {{output}} {{OutputField(method)}} = new {{output}}(
                {{_outputs.ReaderOf(type)}},
                isWrapped: {{(method.Return.IsWrapped ? "true" : "false")}},
                {{CSharpText.Literal(_outputGraph.Expected(type))}});
            """);
    }

    private void WriteConstructor(List<PromptMethodModel> sending)
    {
        string parameters = string.Concat(_prompt.InstanceTools.Select(tools => $", {tools.Syntax} {ToolParameter(tools)}"));
        using (_writer.WriteBlock($"public {ImplementationClass}({Client} client{parameters}, {Services} services)"))
        {
            _writer.WriteLine($"{_clientField} = client ?? throw new global::System.ArgumentNullException(nameof(client));");
            foreach (ToolTypeModel tools in _prompt.InstanceTools)
            {
                string parameter = ToolParameter(tools);
                _writer.WriteLine($"{ToolField(tools)} = {parameter}{(tools.IsValueType ? "" : $" ?? throw new global::System.ArgumentNullException(nameof({parameter}))")};");
            }

            foreach (PromptMethodModel method in sending)
            {
                _writer.WriteLine($"{OptionsField(method)} = new {RunOptions} {{ {string.Join(", ", RunInitializers(method).Prepend("Services = services"))} }};");
            }
        }
    }

    /// <summary>What a method sets of how its run goes. The options of a run throw at a negative number, which in a static field would be at the first call.</summary>
    private static IEnumerable<string> RunInitializers(PromptMethodModel method)
    {
        if (method.Options.MaxToolRounds is { } most)
        {
            yield return $"MaxToolRounds = {NotNegative(most)}";
        }

        if (method.Options.RepairAttempts is { } attempts)
        {
            yield return $"RepairAttempts = {NotNegative(attempts)}";
        }
    }

    private static string NotNegative(string number) => number[0] == '-' ? "0" : number;

    private void WriteMethod(PromptMethodModel method)
    {
        string parameters = string.Join(", ", method.Parameters.Select(static parameter => $"{parameter.Syntax} {SymbolExtensions.Escape(parameter.Name)}"));
        using (_writer.WriteBlock($"{(method.TakesPointer ? "unsafe " : "")}{method.ReturnSyntax} {method.DeclaringSyntax}.{SymbolExtensions.Escape(method.Name)}{method.TypeParameters}({parameters}){method.TypeConstraints}"))
        {
            if (method.IsRefused)
            {
                WriteRefusal(method);
                return;
            }

            WriteCall(method, "this." + _clientField, "this." + OptionsField(method));
        }
    }

    /// <summary>Writes the statement that builds a method's request and sends it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="client">What sends it.</param>
    /// <param name="run">The options of its run.</param>
    private void WriteCall(PromptMethodModel method, string client, string run)
    {
        string arguments = string.Join(", ", method.Tools.Where(static tools => !tools.IsStatic).Select(tools => "this." + ToolField(tools)).Distinct()
            .Concat(RequestParameters(method).Select(static parameter => SymbolExtensions.Escape(parameter.Name))));
        string request = $"{BuilderClass(method)}.{SymbolExtensions.Escape(method.RequestName)}({arguments})";
        if (method.Return.Mode == PromptReturnMode.Request)
        {
            _writer.WriteLine($"return {request};");
            return;
        }

        string output = method.Return.IsStructured ? $"{_prompt.Holder.Syntax}.{ImplementationClass}.{OutputField(method)}, " : "";
        string transcript = method.Transcript is { } history ? SymbolExtensions.Escape(history.Name) : "null";
        string options = method.CallOptions is { } overlay ? $"global::Mimo.Generation.PromptCall.Apply({run}, {SymbolExtensions.Escape(overlay.Name)})" : run;
        string token = method.CancellationToken is { } cancellation ? SymbolExtensions.Escape(cancellation.Name) : "default";
        string types = method.Return.DraftSyntax is { } draft ? $"<{draft}, {method.Return.Type!.Syntax}>" : "";
        string call = $"global::Mimo.Generation.PromptRunner.{Runner(method.Return.Mode)}{types}({client}, {request}, {output}{options}, {transcript}, {token})";
        _writer.WriteLine($"return {(method.Return.IsValueTask ? $"new {method.ReturnSyntax}({call})" : call)};");
    }

    private void WriteRefusal(PromptMethodModel method) =>
        _writer.WriteLine($"throw new global::System.NotSupportedException({CSharpText.Literal($"'{method.Name}' can't be a prompt; the build reports why.")});");

    private static string Runner(PromptReturnMode mode) => mode switch
    {
        PromptReturnMode.Nothing => "RunAsync",
        PromptReturnMode.Text => "GetTextAsync",
        PromptReturnMode.TextResult => "GetTextResultAsync",
        PromptReturnMode.Value => "GetAsync",
        PromptReturnMode.ValueResult => "GetResultAsync",
        PromptReturnMode.TextStream => "StreamTextAsync",
        PromptReturnMode.UpdateStream => "StreamUpdatesAsync",
        PromptReturnMode.ItemStream => "StreamItemsAsync",
        PromptReturnMode.DraftStream => "StreamDraftsAsync",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "A mode without a runner."),
    };

    /// <summary>A request is not sent and can't be cancelled while it is built, so builders take no client and no token.</summary>
    private static IEnumerable<PromptParameterModel> RequestParameters(PromptMethodModel method) =>
        method.Parameters.Where(static parameter => parameter.Role is not (PromptParameterRole.CancellationToken or PromptParameterRole.Client));

    /// <summary>The user's names in one of the generated classes; its own is none that a member can have.</summary>
    private IEnumerable<string> BuilderNames(string builderClass) => _prompt.Methods
        .Where(method => !method.IsRefused && BuilderClassName(method) == builderClass)
        .Select(static method => method.RequestName)
        .Append(builderClass);

    private string OutputField(PromptMethodModel method) => _implementationNames.Of(method, "Output");

    private string OptionsField(PromptMethodModel method) => _implementationNames.FieldOf(method, "Options");
}
