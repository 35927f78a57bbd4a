using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints the statements that enforce constraints on a value just read.</summary>
internal static class ConstraintEmitter
{
    /// <param name="writer">Takes the code.</param>
    /// <param name="property">The value's place; its local is checked.</param>
    /// <param name="reader">The reader as the code around has it.</param>
    public static void Write(SourceWriter writer, PropertyModel property, string reader = "reader")
    {
        if (property.Constraints.Count == 0)
        {
            return;
        }

        string value = MembersEmitter.ValueOf(property);
        if (!property.Type.IsNullable)
        {
            WriteChecks(writer, property.Constraints, value, reader);
            return;
        }

        using (writer.WriteBlock($"if ({value} is {{ }} present)"))
        {
            WriteChecks(writer, property.Constraints, "present", reader);
        }
    }

    /// <summary>Prints the statements that refuse a caller's argument.</summary>
    /// <param name="writer">Takes the code.</param>
    /// <param name="parameter">The parameter; its argument is checked.</param>
    /// <param name="locals">The names within the method.</param>
    public static void WriteGuards(SourceWriter writer, PromptParameterModel parameter, NameScope locals)
    {
        if (parameter.Constraints.Count == 0)
        {
            return;
        }

        string name = Parsing.SymbolExtensions.Escape(parameter.Name);
        string value = parameter.IsNullable ? locals.Take("present") : name;
        string guard = string.Join("\n", parameter.Constraints.Select(constraint => $$"""
            if ({{Violation(constraint, value)}})
            {
                throw new global::System.ArgumentException({{CSharpText.Literal($"Expected {ConstraintText.Expected(constraint)}.")}}, nameof({{name}}));
            }

            """));
        if (!parameter.IsNullable)
        {
            writer.WriteLine(guard);
            return;
        }

        using (writer.WriteBlock($"if ({name} is {{ }} {value})"))
        {
            writer.WriteLine(guard.TrimEnd('\n'));
        }

        writer.WriteLine();
    }

    /// <param name="constraint">The constraint.</param>
    /// <param name="value">The value.</param>
    /// <param name="reader">The reader that the value came from, which takes care that patterns don't take too long; null if it came from none.</param>
    /// <returns>The condition under which the value breaks the constraint.</returns>
    private static string Violation(ConstraintModel constraint, string value, string? reader = null)
    {
        const string Checks = "global::Mimo.Generation.Constraints.";
        switch (constraint.Kind)
        {
            case ConstraintKind.Range:
                return Bounds(constraint, value, constraint.IsMinimumExclusive ? "<=" : "<", constraint.IsMaximumExclusive ? ">=" : ">");
            case ConstraintKind.TextLength:
                return Bounds(constraint, Checks + $"CountCharacters({value})", "<", ">");
            case ConstraintKind.ItemCount or ConstraintKind.EntryCount or ConstraintKind.ByteCount:
                return Bounds(constraint, Checks + $"Count({value})", "<", ">");
            case ConstraintKind.Pattern:
                return $"!{(reader is null ? Checks : reader + ".")}Matches({value}, {CSharpText.Literal(constraint.Pattern)})";
            case ConstraintKind.Allowed:
                return $"{value} is not ({Pattern(constraint)})";
            case ConstraintKind.Denied:
                return $"{value} is {Pattern(constraint)}";
            case ConstraintKind.Email:
                return $"!{Checks}IsEmail({value})";
            case ConstraintKind.Url:
                return $"!{Checks}IsUrl({value})";
            default:
                return $"!{Checks}IsBase64({value})";
        }
    }

    private static void WriteChecks(SourceWriter writer, EquatableArray<ConstraintModel> constraints, string value, string reader)
    {
        foreach (ConstraintModel constraint in constraints)
        {
            string rule = CSharpText.Literal(ConstraintText.Expected(constraint));
            using (writer.WriteBlock($"if ({Violation(constraint, value, reader)})"))
            {
                writer.WriteLine(constraint.Kind is ConstraintKind.ItemCount or ConstraintKind.EntryCount or ConstraintKind.ByteCount
                    ? $"{reader}.RejectCount({rule}, global::Mimo.Generation.Constraints.Count({value}));"
                    : $"{reader}.Reject({rule});");
            }
        }
    }

    private static string Bounds(ConstraintModel constraint, string value, string below, string above)
    {
        var conditions = new List<string>();
        if (constraint.Minimum is not null)
        {
            conditions.Add($"{value} {below} {constraint.Minimum.Syntax}");
        }

        if (constraint.Maximum is not null)
        {
            conditions.Add($"{value} {above} {constraint.Maximum.Syntax}");
        }

        return string.Join(" || ", conditions);
    }

    private static string Pattern(ConstraintModel constraint) => string.Join(" or ", constraint.Values.Select(static value => value.Syntax).Distinct());
}
