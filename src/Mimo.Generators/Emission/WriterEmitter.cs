using System.Globalization;
using System.Numerics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints the method that writes one type of the graph.</summary>
internal sealed partial class WriterEmitter
{
    private readonly TypeModel _type;
    private readonly TypeGraph _graph;
    private readonly ValueEmitter _values;
    private readonly TargetModel _target;
    private readonly SourceWriter _writer;

    /// <param name="writer">Gets the method.</param>
    /// <param name="type">The type to write, and those that its JSON holds directly.</param>
    /// <param name="target">The project's settings.</param>
    public WriterEmitter(SourceWriter writer, TypeNeighbourhood type, TargetModel target)
    {
        _type = type.Type;
        _graph = new TypeGraph(type.Neighbours);
        _values = new ValueEmitter(_graph, target);
        _target = target;
        _writer = writer;
    }

    public void Write()
    {
        _writer.WriteLine($"/// <summary>Writes <c>{CSharpText.XmlText(_type.Key.Replace("global::", ""))}</c>.</summary>");
        using (_writer.WriteBlock($"internal static void {ValueEmitter.WriterName(_type)}(global::System.Text.Json.Utf8JsonWriter writer, {ParameterSyntax(_type)} value)"))
        {
            WriteType(_type);
        }

        if (_type is ObjectModel model)
        {
            WriteMembers(model);
        }
    }

    private static bool IsReference(TypeModel type) => type switch
    {
        ObjectModel model => !model.IsValueType,
        UnionModel => true,
        SequenceModel model => !model.IsValueType,
        DictionaryModel model => !model.IsValueType,
        _ => false,
    };

    /// <summary>A null where the annotations promise none is still written as null, not thrown over.</summary>
    private static string ParameterSyntax(TypeModel type) => IsReference(type) ? ReaderEmitter.Syntax(type) + "?" : ReaderEmitter.Syntax(type);

    private void WriteType(TypeModel type)
    {
        if (IsReference(type))
        {
            using (_writer.WriteBlock("if (value is null)"))
            {
                _writer.WriteLine("writer.WriteNullValue();");
                _writer.WriteLine("return;");
            }

            _writer.WriteLine();
        }

        switch (type)
        {
            case ObjectModel model:
                WriteObject(model);
                break;
            case SequenceModel model:
                WriteSequence(model);
                break;
            case DictionaryModel model:
                WriteDictionary(model);
                break;
            case UnionModel model:
                WriteUnion(model);
                break;
            case EnumModel { IsFlags: true } model:
                WriteFlags(model);
                break;
            case EnumModel model:
                WriteEnum(model);
                break;
        }
    }

    private void WriteSequence(SequenceModel model)
    {
        _writer.WriteLine("writer.WriteStartArray();");
        string items = model.Kind switch
        {
            // By way of a memory, for a segment of no array throws.
            SequenceKind.Memory => $"((global::System.ReadOnlyMemory<{model.Item.Syntax}>)value).ToArray()",

            // The default of ImmutableArray<T> can't even be enumerated.
            SequenceKind.ImmutableArray => $"value.IsDefault ? global::System.Collections.Immutable.ImmutableArray<{model.Item.Syntax}>.Empty : value",
            // It may have a GetEnumerator of its own besides, of which nothing is known.
            SequenceKind.Enumerable or SequenceKind.Fill => $"(global::System.Collections.Generic.IEnumerable<{model.Item.Syntax}>)value",
            _ => "value",
        };
        using (_writer.WriteBlock($"foreach ({model.Item.Syntax} item in {items})"))
        {
            _writer.WriteLine(_values.Write(model.Item, "item", model.NumberHandling));
        }

        _writer.WriteLine();
        _writer.WriteLine("writer.WriteEndArray();");
    }

    private void WriteDictionary(DictionaryModel model)
    {
        _writer.WriteLine("writer.WriteStartObject();");
        string entry = $"global::System.Collections.Generic.KeyValuePair<{model.DictionaryKey.Syntax}, {model.Value.Syntax}>";
        string entries = model.Kind is DictionaryKind.Enumerable or DictionaryKind.Fill ? $"(global::System.Collections.Generic.IEnumerable<{entry}>)value" : "value";
        using (_writer.WriteBlock($"foreach ({entry} entry in {entries})"))
        {
            _writer.WriteLine($"writer.WritePropertyName({Name(model)});");
            _writer.WriteLine(_values.Write(model.Value, "entry.Value", model.NumberHandling));
        }

        _writer.WriteLine();
        _writer.WriteLine("writer.WriteEndObject();");
    }

    private string Name(DictionaryModel model) => _graph[model.DictionaryKey] switch
    {
        EnumModel names => $"entry.Key switch {{ {string.Join(", ", Named(names).Select(member => $"{names.Key}.{member.Name} => {CSharpText.Literal(member.WireName)}"))}, _ => entry.Key.ToString(\"D\") }}",
        ScalarModel { Kind: ScalarKind.String } => "entry.Key",
        ScalarModel { Kind: ScalarKind.Guid } => "entry.Key.ToString(\"D\")",
        _ => "entry.Key.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
    };

    private void WriteEnum(EnumModel model)
    {
        using (_writer.WriteBlock("switch (value)"))
        {
            foreach (EnumMemberModel member in Named(model))
            {
                _writer.WriteLine($"case {model.Key}.{member.Name}:");
                using (_writer.Indent())
                {
                    _writer.WriteLine($"writer.WriteStringValue({CSharpText.Utf8Literal(member.WireName, _target)});");
                    _writer.WriteLine("break;");
                }
            }

            _writer.WriteLine("default:");
            using (_writer.Indent())
            {
                _writer.WriteLine("global::Mimo.Generation.JsonContent.WriteUnnamed(writer, value);");
                _writer.WriteLine("break;");
            }
        }
    }

    private void WriteFlags(EnumModel model)
    {
        _writer.WriteLine("writer.WriteStartArray();");
        _writer.WriteLine($"{model.Key} rest = value;");

        // Names for several flags first, so that they are not followed by those of their parts.
        foreach (EnumMemberModel member in Named(model).Where(static member => member.Value != "0").OrderByDescending(CountBits))
        {
            string flag = $"{model.Key}.{member.Name}";
            using (_writer.WriteBlock($"if ((value & {flag}) == {flag} && (rest & {flag}) != 0)"))
            {
                _writer.WriteLine($"writer.WriteStringValue({CSharpText.Utf8Literal(member.WireName, _target)});");
                _writer.WriteLine($"rest &= ~{flag};");
            }

            _writer.WriteLine();
        }

        using (_writer.WriteBlock("if (rest != 0)"))
        {
            _writer.WriteLine("global::Mimo.Generation.JsonContent.WriteUnnamed(writer, rest);");
        }

        _writer.WriteLine();
        _writer.WriteLine("writer.WriteEndArray();");
    }

    private static int CountBits(EnumMemberModel member)
    {
        int count = 0;
        for (ulong bits = (ulong)(BigInteger.Parse(member.Value, CultureInfo.InvariantCulture) & ulong.MaxValue); bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>The first name of each value.</summary>
    private static IEnumerable<EnumMemberModel> Named(EnumModel model) =>
        model.Members.GroupBy(static member => member.Value).Select(static group => group.First());
}
