using System.Globalization;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <summary>Prints one tool: what is told of it, and the method that reads its arguments, calls the user's method and gives the result.</summary>
/// <remarks>
/// All of it is compiled once for each tool of a project, and compilers take their time over statements, so what can be done in the
/// runtime library is done there, and each argument is one expression. They also take their time over each single byte of a UTF-8
/// literal, which they hold as an array of as many expressions: names are such literals, the far longer schemas are text.
/// </remarks>
internal static class ToolEmitter
{
    private const string ToolResult = "global::Mimo.MimoToolResult";
    private const string Pending = "global::System.Threading.Tasks.ValueTask<" + ToolResult + ">";

    /// <summary>The statement that makes the tool.</summary>
    /// <remarks>The handler is made by name: what is converted instead, compilers keep in a static field, and test it each time, though this runs once.</remarks>
    public static string Entry(ToolModel tool, TargetModel target)
    {
        string effect = tool.Effect == "Unspecified" ? "" : $", effect: global::Mimo.ToolEffect.{tool.Effect}";
        string approval = tool.RequireApproval ? ", requireApproval: true" : "";
        string timeout = tool.TimeoutSeconds > 0 ? $", timeoutSeconds: {tool.TimeoutSeconds.ToString(CultureInfo.InvariantCulture)}" : "";
        string strict = tool.Strict ? ", strict: true" : "";
        return $$"""
            tools.{{(IsAwaited(tool) ? "AddAwaited" : "Add")}}(
                {{CSharpText.Literal(tool.ToolName)}},
                {{CSharpText.Literal(tool.Description)}},
                {{CSharpText.RawLiteral(SchemaEmitter.EmitArguments(tool, target), target)}},
                new({{tool.CallName}}){{effect}}{{approval}}{{timeout}}{{strict}});
            """;
    }

    /// <summary>Prints the method that runs the tool.</summary>
    public static void WriteCall(SourceWriter writer, ToolModel tool, TargetModel target)
    {
        var graph = new TypeGraph(tool.InputTypes);
        var arguments = new ArgumentEmitter(graph, new ValueEmitter(graph, target, "call.Reader"), target);
        using (writer.WriteBlock($"private {(tool.IsStatic ? "static " : "")}{(IsAwaited(tool) ? Pending : ToolResult + "?")} {tool.CallName}(ref global::Mimo.Generation.ToolCall call)"))
        {
            foreach (ParameterModel parameter in tool.Parameters)
            {
                if (parameter.Property is not null)
                {
                    arguments.Write(writer, parameter.Property);
                }
            }

            WriteResult(writer, tool, target);
        }
    }

    private static bool IsAwaited(ToolModel tool) => tool.Return.Await != AwaitKind.None;

    private static void WriteResult(SourceWriter writer, ToolModel tool, TargetModel target)
    {
        string receiver = !tool.IsStatic ? "_holder." : IsPlain(tool.MethodName) ? "" : tool.Holder.Syntax + ".";
        string call = $"{receiver}{SymbolExtensions.Escape(tool.MethodName)}({string.Join(", ", tool.Parameters.Select(Argument))})";
        string writerOf = tool.Return.Type is null ? "" : new ValueEmitter(new TypeGraph(tool.OutputTypes), target).WriterOf(tool.Return.Type);
        if (tool.Return.Kind == ReturnKind.Nothing && tool.Return.Await == AwaitKind.None)
        {
            writer.WriteLine($$"""
                if (!call.Completes())
                {
                    return call.Refuse();
                }

                {{call}};
                return call.Done();
                """);
            return;
        }

        string result = (tool.Return.Kind, tool.Return.Await) switch
        {
            (ReturnKind.Nothing, _) => $"call.DoneAsync({call})",
            (ReturnKind.Text, AwaitKind.None) => $"call.Text({call})",
            (ReturnKind.Text, _) => $"call.TextAsync({call}!)",
            (ReturnKind.ToolResult, AwaitKind.Task) => $"new {Pending}({call})",
            (ReturnKind.ToolResult, _) => call,
            (_, AwaitKind.None) => $"call.Json({call}, {writerOf})",
            _ => $"call.JsonAsync({call}, {writerOf})",
        };
        writer.WriteLine($"""
            return call.Completes()
                ? {result}
                : call.{(IsAwaited(tool) ? "RefuseAsync" : "Refuse")}();
            """);
    }

    /// <summary>
    /// Whether a static method's bare name means that method from inside the nested class: whether it is no name of a member there, of
    /// what every class inherits, of a local variable, or a word of the language such as <c>nameof</c>.
    /// </summary>
    private static bool IsPlain(string method) =>
        char.IsUpper(method[0])
        && !method.StartsWith("Call", StringComparison.Ordinal)
        && !method.EndsWith("Value", StringComparison.Ordinal)
        && method is not ("Create" or "Equals" or "Finalize" or "GetHashCode" or "GetType" or "MemberwiseClone" or "ReferenceEquals" or "ToString");

    private static string Argument(ParameterModel parameter) => parameter.Role switch
    {
        ParameterRole.CancellationToken => "call.CancellationToken",
        ParameterRole.Context => "call.Context",
        ParameterRole.ServiceProvider => parameter.IsOptional ? "call.Context.Services" : "call.Context.GetServices()",
        ParameterRole.Service when parameter.IsOptional => $"({parameter.AmbientSyntax}?)call.Context.Services?.GetService(typeof({parameter.AmbientSyntax}))",
        ParameterRole.Service => $"call.Context.GetRequiredService<{parameter.AmbientSyntax}>()",
        ParameterRole.Progress => $"call.Context.GetProgress<{parameter.AmbientSyntax}>()",
        _ => MembersEmitter.ValueOf(parameter.Property!),
    };
}
