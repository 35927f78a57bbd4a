using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints the statements that read a tool's arguments into locals, which end in <c>Value</c> so that they clash with no other.</summary>
/// <param name="graph">The arguments' types.</param>
/// <param name="values">Prints the calls that read values.</param>
/// <param name="target">The project's settings.</param>
internal sealed class ArgumentEmitter(TypeGraph graph, ValueEmitter values, TargetModel target)
{
    public void Write(SourceWriter writer, PropertyModel argument)
    {
        string value = MembersEmitter.ValueOf(argument);
        string name = CSharpText.Utf8Literal(argument.WireName, target);
        if (argument.Constraints.Count == 0 && graph[argument.Type] is ScalarModel { Kind: ScalarKind.String or ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double } scalar)
        {
            writer.WriteLine($"{argument.Type.Syntax} {value} = call.Read{Common(argument, scalar.Kind, name)};");
            return;
        }

        string found = argument.IsRequired
            ? $"call.Require({name}, {CSharpText.Literal(MembersEmitter.Expected(graph, argument))})"
            : $"call.Find({name})";
        if (argument.Constraints.Count == 0)
        {
            writer.WriteLine($"{argument.Type.Syntax} {value} = {found} ? {values.ReadPresent(argument)} : {Absent(argument)};");
            return;
        }

        writer.WriteLine($"{argument.Type.Syntax} {value} = {Absent(argument)};");
        using (writer.WriteBlock($"if ({found})"))
        {
            writer.WriteLine($"{value} = {values.ReadPresent(argument)};");
            ConstraintEmitter.Write(writer, argument, "call.Reader");
        }

        writer.WriteLine();
    }

    /// <summary>The call that reads an argument of one of the kinds that most tools take.</summary>
    private string Common(PropertyModel argument, ScalarKind kind, string name) => argument switch
    {
        { IsRequired: true } => $"{kind}({name})",
        { Type: { IsNullable: true, IsValueType: true } } => $"Nullable{kind}({name}, {argument.DefaultSyntax switch { null or "default!" => "null", var syntax => syntax }})",
        { Type.IsValueType: false, DefaultSyntax: null or "default!" } => $"{kind}({name}, null)",
        _ => $"{kind}({name}, {Absent(argument)})",
    };

    /// <summary>
    /// What the argument is if it is absent, of the argument's own type: beside a number, a bare default would be zero and not null,
    /// and beside a byte every constant an int.
    /// </summary>
    private string Absent(PropertyModel argument) => argument.DefaultSyntax switch
    {
        null or "default!" => argument.Type.IsValueType ? $"default({argument.Type.Syntax})" : "null!",
        var syntax when graph[argument.Type] is ScalarModel { Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Int16 or ScalarKind.UInt16 } => $"({argument.Type.Syntax})({syntax})",
        var syntax => syntax,
    };
}
