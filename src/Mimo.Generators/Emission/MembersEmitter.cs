using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>
/// Prints the loop that reads the members of one JSON object into locals. The locals of members end in <c>Value</c> or <c>IsSet</c> and no other local does, so they can't clash.
/// </summary>
/// <param name="graph">The members' types.</param>
/// <param name="values">Prints the calls that read values.</param>
/// <param name="target">The project's settings.</param>
internal sealed class MembersEmitter(TypeGraph graph, ValueEmitter values, TargetModel target)
{
    public static string ValueOf(PropertyModel property) => property.Name + "Value";

    public static string IsSetOf(PropertyModel property) => property.Name + "IsSet";

    /// <param name="writer">Takes the code.</param>
    /// <param name="properties">The members.</param>
    /// <param name="tracked">Which of them need an <c>IsSet</c> local although they are not required.</param>
    public static void WriteLocals(SourceWriter writer, IReadOnlyCollection<PropertyModel> properties, Func<PropertyModel, bool> tracked)
    {
        foreach (PropertyModel property in properties)
        {
            writer.WriteLine($"{property.Type.Syntax} {ValueOf(property)} = {property.DefaultSyntax ?? "default!"};");
            if (property.IsRequired || tracked(property))
            {
                writer.WriteLine($"bool {IsSetOf(property)} = false;");
            }
        }
    }

    /// <param name="writer">Takes the code.</param>
    /// <param name="properties">The members.</param>
    /// <param name="tracked">Which of them need an <c>IsSet</c> local although they are not required.</param>
    /// <param name="unknown">The statement for a member of another name.</param>
    public void WriteLoop(SourceWriter writer, IReadOnlyCollection<PropertyModel> properties, Func<PropertyModel, bool> tracked, string unknown = "reader.SkipMember();")
    {
        using (writer.WriteBlock("while (reader.NextMember(ref scope))"))
        {
            string keyword = "if";
            foreach (PropertyModel property in properties)
            {
                using (writer.WriteBlock($"{keyword} (reader.MemberIs(ref scope, {CSharpText.Utf8Literal(property.WireName, target)}))"))
                {
                    WriteRead(writer, property, property.IsRequired || tracked(property));
                }

                keyword = "else if";
            }

            if (properties.Count == 0)
            {
                writer.WriteLine(unknown);
            }
            else
            {
                using (writer.WriteBlock("else"))
                {
                    writer.WriteLine(unknown);
                }
            }
        }

        foreach (PropertyModel property in properties.Where(static property => property.IsRequired))
        {
            writer.WriteLine();
            using (writer.WriteBlock($"if (!{IsSetOf(property)})"))
            {
                writer.WriteLine($"reader.RejectMissing({CSharpText.Literal(property.WireName)}, {CSharpText.Literal(Expected(graph, property))});");
            }
        }
    }

    /// <summary>What the model is told was wanted where a member is missing.</summary>
    public static string Expected(TypeGraph graph, PropertyModel property) => ConstraintText.Describe(graph.Expected(property.Type), property.Constraints);

    private void WriteRead(SourceWriter writer, PropertyModel property, bool isTracked)
    {
        // Where null is a value it is taken as one: it may differ from what leaving the member out means.
        if (property.IsRequired || property.Type.IsNullable)
        {
            writer.WriteLine($"{ValueOf(property)} = {values.Read(property)};");
            ConstraintEmitter.Write(writer, property);
            if (isTracked)
            {
                writer.WriteLine($"{IsSetOf(property)} = true;");
            }

            return;
        }

        // Elsewhere null for a member that may be left out means that it was left out.
        using (writer.WriteBlock("if (!reader.IsNull)"))
        {
            writer.WriteLine($"{ValueOf(property)} = {values.ReadPresent(property)};");
            ConstraintEmitter.Write(writer, property);
            if (isTracked)
            {
                writer.WriteLine($"{IsSetOf(property)} = true;");
            }
        }
    }
}
