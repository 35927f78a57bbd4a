using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

internal sealed partial class WriterEmitter
{
    private void WriteObject(ObjectModel model) => _writer.WriteLine($$"""
        writer.WriteStartObject();
        {{MembersName(model)}}(writer, value);
        writer.WriteEndObject();
        """);

    /// <summary>The members without the braces: a union puts its discriminator in front of them.</summary>
    private void WriteMembers(ObjectModel model)
    {
        _writer.WriteLine();
        using (_writer.WriteBlock($"internal static void {MembersName(model)}(global::System.Text.Json.Utf8JsonWriter writer, {model.Syntax} value)"))
        {
            foreach (ObjectMemberModel member in model.Members.Where(static member => member.HasGetter))
            {
                WriteMember(member);
            }

            if (model.ExtensionData is { } extension)
            {
                WriteExtensionData(extension, model.Discriminator);
            }
        }
    }

    private void WriteMember(ObjectMemberModel member)
    {
        string name = $"writer.WritePropertyName({CSharpText.Utf8Literal(member.Property.WireName, _target)});";
        string value = "value." + SymbolExtensions.Escape(member.Property.Name);
        string statement = _values.Write(member.Property, value);
        string? condition = (member.Omission, member.Property.Type) switch
        {
            (MemberOmission.WhenNull, { IsValueType: false } or { IsNullable: true }) => $"{value} is not null",
            (MemberOmission.WhenDefault, { Syntax: var type }) => $"!global::System.Collections.Generic.EqualityComparer<{type}>.Default.Equals({value}, default!)",
            _ => null,
        };
        if (condition is not null)
        {
            using (_writer.WriteBlock($"if ({condition})"))
            {
                _writer.WriteLine(name);
                _writer.WriteLine(statement);
            }

            return;
        }

        _writer.WriteLine(name);

        // Braces: every member has its own `present`.
        _writer.WriteLine(statement.StartsWith("if", StringComparison.Ordinal) ? "{ " + statement + " }" : statement);
    }

    private void WriteExtensionData(ExtensionDataModel extension, string? discriminator)
    {
        using (_writer.WriteBlock($"if (value.{SymbolExtensions.Escape(extension.Name)} is {{ }} unnamed)"))
        using (_writer.WriteBlock($"foreach (global::System.Collections.Generic.KeyValuePair<string, {extension.ValueSyntax}> entry in unnamed)"))
        {
            if (discriminator is not null)
            {
                using (_writer.WriteBlock($"if (entry.Key == {CSharpText.Literal(discriminator)})"))
                {
                    _writer.WriteLine("continue; // It stands in front already.");
                }

                _writer.WriteLine();
            }

            _writer.WriteLine("writer.WritePropertyName(entry.Key);");
            _writer.WriteLine("global::Mimo.Generation.JsonContent.WriteAny(writer, entry.Value);");
        }
    }

    private void WriteUnion(UnionModel union)
    {
        using (_writer.WriteBlock("switch (value)"))
        {
            int index = 0;
            foreach (UnionCaseModel known in union.Cases)
            {
                string local = FormattableString.Invariant($"case{index++}");
                _writer.WriteLine($"case {known.Type.Syntax} {local}{(known.IsExact ? $" when {local}.GetType() == typeof({known.Type.Syntax})" : "")}:");
                using (_writer.Indent())
                {
                    _writer.WriteLine("writer.WriteStartObject();");
                    if (known.Id is not null)
                    {
                        string write = known.IsNumber ? $"WriteNumber({CSharpText.Utf8Literal(union.Discriminator, _target)}, {known.Id})" : $"WriteString({CSharpText.Utf8Literal(union.Discriminator, _target)}, {CSharpText.Utf8Literal(known.Id, _target)})";
                        _writer.WriteLine($"writer.{write};");
                    }

                    _writer.WriteLine($"{MembersName(_graph[known.Type])}(writer, {local});");
                    _writer.WriteLine("writer.WriteEndObject();");
                    _writer.WriteLine("break;");
                }
            }

            _writer.WriteLine("default:");
            using (_writer.Indent())
            {
                _writer.WriteLine($"throw new global::System.NotSupportedException($\"'{{value.GetType()}}' is not a known derived type of '{union.Syntax.Replace("global::", "")}'. Name it with [JsonDerivedType].\");");
            }
        }
    }

    private static string MembersName(TypeModel type) => ValueEmitter.WriterName(type) + "Members";
}
