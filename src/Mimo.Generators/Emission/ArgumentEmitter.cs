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
            ConstraintEmitter.Write(writer, argument, graph[argument.Type], "call.Reader");
        }

        writer.WriteLine();
    }

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
