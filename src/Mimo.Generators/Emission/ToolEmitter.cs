using System.Globalization;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <summary>Prints one tool: its schema, and the code that reads its arguments, calls the method and writes its result.</summary>
internal static class ToolEmitter
{
    private const string Parameters = "global::System.ReadOnlyMemory<byte> argumentsUtf8, global::Mimo.MimoToolContext context, global::System.Threading.CancellationToken cancellationToken";
    private const string Pending = "global::System.Threading.Tasks.ValueTask<global::Mimo.MimoToolResult>";

    public static string Emit(ToolModel tool, TargetModel target)
    {
        SourceWriter writer = CSharpText.StartFile();
        using (HolderEmitter.Open(writer, tool.Holder))
        {
            writer.WriteLine($$"""
                /// <summary>The tool <c>{{CSharpText.XmlText(tool.ToolName)}}</c>.</summary>
                {{CSharpText.GeneratedCode}}
                {{CSharpText.Hidden}}
                """);
            using (writer.WriteBlock($"private static class {tool.ClassName}"))
            {
                writer.WriteLine($$"""
                    private static readonly byte[] ParametersSchema = {{CSharpText.RawUtf8Literal(SchemaEmitter.EmitArguments(tool, target))}}.ToArray();

                    """);
                WriteCreate(writer, tool);
                writer.WriteLine();
                WriteInvoke(writer, tool, target);
            }
        }

        return writer.ToString();
    }

    private static void WriteCreate(SourceWriter writer, ToolModel tool)
    {
        string parameter = tool.IsStatic ? "" : tool.Holder.Syntax + " holder";
        string handler = tool.IsStatic
            ? "Invoke"
            : "(argumentsUtf8, context, cancellationToken) => Invoke(holder, argumentsUtf8, context, cancellationToken)";
        using (writer.WriteBlock($"public static global::Mimo.MimoTool Create({parameter})"))
        {
            using (writer.WriteBlock(
                $$"""
                return new global::Mimo.MimoTool(
                    {{CSharpText.Literal(tool.ToolName)}},
                    {{CSharpText.Literal(tool.Description)}},
                    ParametersSchema,
                    {{handler}})
                """,
                end: "};"))
            {
                writer.WriteLine($"Effect = global::Mimo.ToolEffect.{tool.Effect},");
                if (tool.RequireApproval)
                {
                    writer.WriteLine("RequireApproval = true,");
                }

                if (tool.TimeoutSeconds > 0)
                {
                    writer.WriteLine($"Timeout = global::System.TimeSpan.FromSeconds({tool.TimeoutSeconds.ToString(CultureInfo.InvariantCulture)}),");
                }

                if (tool.Strict)
                {
                    writer.WriteLine("Strict = true,");
                }
            }
        }
    }

    private static void WriteInvoke(SourceWriter writer, ToolModel tool, TargetModel target)
    {
        var graph = new TypeGraph(tool.InputTypes);
        var members = new MembersEmitter(graph, new ValueEmitter(graph, target), nullIsAbsent: true);
        List<PropertyModel> arguments = tool.Parameters.Where(static parameter => parameter.Property is not null).Select(static parameter => parameter.Property!).ToList();
        string holder = tool.IsStatic ? "" : tool.Holder.Syntax + " holder, ";
        using (writer.WriteBlock($"private static {Pending} Invoke({holder}{Parameters})"))
        {
            MembersEmitter.WriteLocals(writer, arguments, static _ => false);
            writer.WriteLine($"{CSharpText.Reader} reader = new({CSharpText.Reader}.TextOf(argumentsUtf8.Span));");
            using (writer.WriteBlock($"if (reader.StartArguments(out {CSharpText.Scope} scope))"))
            {
                members.WriteLoop(writer, arguments, static _ => false);
            }

            writer.WriteLine($$"""

                if (!reader.EndArguments(out {{CSharpText.ToolResult}}? refusal))
                {
                    return new {{Pending}}(refusal);
                }

                """);
            WriteCall(writer, tool, target);
        }
    }

    private static void WriteCall(SourceWriter writer, ToolModel tool, TargetModel target)
    {
        string receiver = tool.IsStatic ? tool.Holder.Syntax : "holder";
        string call = $"{receiver}.{SymbolExtensions.Escape(tool.MethodName)}({string.Join(", ", tool.Parameters.Select(Argument))})";
        string writerOf = tool.Return.Type is null ? "" : new ValueEmitter(new TypeGraph(tool.OutputTypes), target).WriterOf(tool.Return.Type);
        const string Results = "global::Mimo.Generation.ToolResults.";
        switch (tool.Return.Kind, tool.Return.Await)
        {
            case (ReturnKind.Nothing, AwaitKind.None):
                writer.WriteLine($"{call};");
                writer.WriteLine($"return new {Pending}({CSharpText.ToolResult}.Done);");
                break;
            case (ReturnKind.Nothing, _):
                writer.WriteLine($"return {Results}DoneAsync({call});");
                break;
            case (ReturnKind.Text, AwaitKind.None):
                writer.WriteLine($"return new {Pending}({CSharpText.ToolResult}.FromText({call}));");
                break;
            case (ReturnKind.Text, _):
                writer.WriteLine($"return {Results}TextAsync({call}!);");
                break;
            case (ReturnKind.ToolResult, AwaitKind.ValueTask):
                writer.WriteLine($"return {call};");
                break;
            case (ReturnKind.ToolResult, _):
                writer.WriteLine($"return new {Pending}({call});");
                break;
            case (ReturnKind.Json, AwaitKind.None):
                writer.WriteLine($"return new {Pending}({Results}Json({call}, {writerOf}));");
                break;
            case (ReturnKind.Json, _):
                writer.WriteLine($"return {Results}JsonAsync({call}, {writerOf});");
                break;
        }
    }

    private static string Argument(ParameterModel parameter) => parameter.Role switch
    {
        ParameterRole.CancellationToken => "cancellationToken",
        ParameterRole.Context => "context",
        ParameterRole.ServiceProvider => "context.GetServices()",
        ParameterRole.Service => $"context.GetRequiredService<{parameter.AmbientSyntax}>()",
        ParameterRole.Progress => $"context.GetProgress<{parameter.AmbientSyntax}>()",
        _ => MembersEmitter.ValueOf(parameter.Property!),
    };
}
