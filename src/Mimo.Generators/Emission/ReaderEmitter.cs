using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints the method that reads one type of the graph.</summary>
internal sealed partial class ReaderEmitter
{
    private readonly TypeModel _type;
    private readonly TypeGraph _graph;
    private readonly ValueEmitter _values;
    private readonly TargetModel _target;
    private readonly SourceWriter _writer;

    /// <param name="writer">Gets the method.</param>
    /// <param name="type">The type to read, and those that its JSON holds directly.</param>
    /// <param name="target">The project's settings.</param>
    public ReaderEmitter(SourceWriter writer, TypeNeighbourhood type, TargetModel target)
    {
        _type = type.Type;
        _graph = new TypeGraph(type.Neighbours);
        _values = new ValueEmitter(_graph, target);
        _target = target;
        _writer = writer;
    }

    /// <summary>Whether a type is read by a method of its own, not by a call on the reader.</summary>
    public static bool HasReader(TypeModel type) => type is ObjectModel or SequenceModel or DictionaryModel or EnumModel or UnionModel;

    public void Write()
    {
        switch (_type)
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
            case EnumModel model:
                WriteEnum(model);
                break;
            case UnionModel model:
                WriteUnion(model);
                break;
        }
    }

    /// <summary>The type as generated code writes it; a case of a union has a key of its own, and so has a collection whose numbers are told in another way.</summary>
    internal static string Syntax(TypeModel type) => type switch
    {
        ObjectModel model => model.Syntax,
        SequenceModel model => model.Syntax,
        DictionaryModel model => model.Syntax,
        _ => type.Key,
    };

    private SourceWriter.Block OpenMethod(TypeModel type, string expression = "")
    {
        _writer.WriteLine($"/// <summary>Reads <c>{CSharpText.XmlText(type.Key.Replace("global::", ""))}</c>.</summary>");
        return _writer.WriteBlock($"internal static {Syntax(type)} {ValueEmitter.ReaderName(type)}(ref {CSharpText.Reader} reader){expression}");
    }

    private void WriteSequence(SequenceModel sequence)
    {
        using (OpenMethod(sequence))
        {
            WriteStart(sequence, "StartArray", "an array");
            _writer.WriteLine($"global::System.Collections.Generic.List<{sequence.Item.Syntax}> items = new();");
            using (_writer.WriteBlock("while (reader.NextItem(ref scope))"))
            {
                _writer.WriteLine($"items.Add({_values.Read(sequence.Item, sequence.NumberHandling)});");
            }

            _writer.WriteLine();
            if (sequence.Kind is SequenceKind.Stack or SequenceKind.ImmutableStack)
            {
                _writer.WriteLine("items.Reverse(); // The top of a stack comes first in JSON, and is pushed last.");
            }

            bool isSet = IsSet(sequence.Kind);
            if (isSet || sequence.Kind == SequenceKind.Fill)
            {
                WriteGivingUp(sequence.Syntax, sequence.IsValueType);
            }

            bool mayThrow = sequence.Kind == SequenceKind.Fill || (isSet && _graph[sequence.Item] is not (ScalarModel or EnumModel));
            WriteGuarded(sequence, mayThrow, () => _writer.WriteLine($"return {Collect(sequence)};"));
        }
    }

    /// <summary>Whether making a collection compares its items, by code that may be the user's.</summary>
    private static bool IsSet(SequenceKind kind) => kind is SequenceKind.HashSet or SequenceKind.ReadOnlySet or SequenceKind.SortedSet
        or SequenceKind.FrozenSet or SequenceKind.ImmutableHashSet or SequenceKind.ImmutableSortedSet;

    private void WriteGivingUp(string syntax, bool isValueType)
    {
        using (_writer.WriteBlock("if (reader.GivesUp(scope))"))
        {
            // Its items may yet be counted, which a struct whose constructor never ran may not be up to.
            _writer.WriteLine(isValueType ? $"return new {syntax}();" : "return default!;");
        }

        _writer.WriteLine();
    }

    private static string Collect(SequenceModel sequence)
    {
        const string Immutable = "global::System.Collections.Immutable.";
        return sequence.Kind switch
        {
            SequenceKind.List => "items",
            SequenceKind.Array or SequenceKind.Memory => "items.ToArray()",
            SequenceKind.HashSet => $"new global::System.Collections.Generic.HashSet<{sequence.Item.Syntax}>(items)",
            SequenceKind.ReadOnlySet => $"new {sequence.Syntax}(new global::System.Collections.Generic.HashSet<{sequence.Item.Syntax}>(items))",
            SequenceKind.Fill => $"global::Mimo.Generation.CollectionBuilder.Fill(new {sequence.Syntax}(), items)",
            SequenceKind.FrozenSet => "global::System.Collections.Frozen.FrozenSet.ToFrozenSet(items)",
            SequenceKind.ImmutableArray => Immutable + "ImmutableArray.CreateRange(items)",
            SequenceKind.ImmutableList => Immutable + "ImmutableList.CreateRange(items)",
            SequenceKind.ImmutableHashSet => Immutable + "ImmutableHashSet.CreateRange(items)",
            SequenceKind.ImmutableSortedSet => Immutable + "ImmutableSortedSet.CreateRange(items)",
            SequenceKind.ImmutableQueue => Immutable + "ImmutableQueue.CreateRange(items)",
            SequenceKind.ImmutableStack => Immutable + "ImmutableStack.CreateRange(items)",
            _ => $"new {sequence.Syntax}(items)",
        };
    }

    private void WriteDictionary(DictionaryModel dictionary)
    {
        string entries = $"global::System.Collections.Generic.Dictionary<{dictionary.DictionaryKey.Syntax}, {dictionary.Value.Syntax}>";
        var names = _graph[dictionary.DictionaryKey] as EnumModel;
        if (names is not null)
        {
            WriteNamesField(NamesField(dictionary));
        }

        using (OpenMethod(dictionary))
        {
            WriteStart(dictionary, "StartObject", "an object");
            if (names is not null)
            {
                WriteNames(NamesField(dictionary), WireNames(names));
            }

            _writer.WriteLine($"{entries} entries = new();");
            using (_writer.WriteBlock("while (reader.NextEntry(ref scope, out string name))"))
            {
                // The key first: a name that doesn't fit is reported before the value is read over it.
                _writer.WriteLine($"{dictionary.DictionaryKey.Syntax} key = {ReadKey(dictionary)};");
                _writer.WriteLine($"entries[key] = {_values.Read(dictionary.Value, dictionary.NumberHandling)};");
            }

            const string Immutable = "global::System.Collections.Immutable.";
            _writer.WriteLine();
            if (dictionary.Kind == DictionaryKind.Fill || _graph[dictionary.DictionaryKey] is not ScalarModel { Kind: ScalarKind.String })
            {
                WriteGivingUp(dictionary.Syntax, dictionary.IsValueType); // Names that were refused are all the same key.
            }

            WriteGuarded(dictionary, dictionary.Kind == DictionaryKind.Fill, () => _writer.WriteLine("return " + dictionary.Kind switch
            {
                DictionaryKind.Dictionary => "entries",
                DictionaryKind.Sorted or DictionaryKind.Fill => $"global::Mimo.Generation.CollectionBuilder.Fill(new {dictionary.Syntax}(), entries)",
                DictionaryKind.ImmutableDictionary => Immutable + "ImmutableDictionary.CreateRange(entries)",
                DictionaryKind.ImmutableSortedDictionary => Immutable + "ImmutableSortedDictionary.CreateRange("
                    + $"global::Mimo.Generation.CollectionBuilder.Fill(new global::System.Collections.Generic.SortedDictionary<{dictionary.DictionaryKey.Syntax}, {dictionary.Value.Syntax}>(), entries))",
                DictionaryKind.FrozenDictionary => "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(entries)",
                _ => $"new {dictionary.Syntax}(entries)",
            } + ";"));
        }
    }

    private string ReadKey(DictionaryModel dictionary) => _graph[dictionary.DictionaryKey] switch
    {
        EnumModel names => $"reader.NameAsOneOf(name, {NamesField(dictionary)}) switch {{ {string.Join(", ", Arms(names))}, _ => default }}",
        ScalarModel { Kind: ScalarKind.Guid } => "reader.NameAsGuid(name)",
        ScalarModel { Kind: not ScalarKind.String } => $"reader.NameAsInteger<{dictionary.DictionaryKey.Syntax}>(name)",
        _ => "name",
    };

    private void WriteEnum(EnumModel model)
    {
        string namesField = NamesField(model);
        WriteNamesField(namesField);
        using (OpenMethod(model))
        {
            if (model.IsFlags)
            {
                WriteStart(model, "StartFlags", "an array of names");
                WriteNames(namesField, WireNames(model));
                _writer.WriteLine($"{model.Key} value = default;");
                using (_writer.WriteBlock("while (reader.NextItem(ref scope))"))
                {
                    WriteSwitch(model, "value |= ", $"reader.ReadName({namesField})");
                }

                _writer.WriteLine();
                _writer.WriteLine("return value;");
            }
            else
            {
                WriteNames(namesField, WireNames(model));
                WriteSwitch(model, "return ", $"reader.ReadName({namesField})");
            }
        }
    }

    private void WriteSwitch(EnumModel model, string statement, string index)
    {
        using (_writer.WriteBlock($"{statement}{index} switch", end: "};"))
        {
            foreach (string arm in Arms(model))
            {
                _writer.WriteLine(arm + ",");
            }

            _writer.WriteLine("_ => default,");
        }
    }

    private static string NamesField(TypeModel type) => ValueEmitter.ReaderName(type) + "Names";

    private static IEnumerable<string> WireNames(EnumModel model) => Named(model).Select(static member => member.WireName);

    /// <summary>Not made where it is declared: then the first call that needs one would make those of all types that the project has.</summary>
    private void WriteNamesField(string field) => _writer.WriteLine($"private static string[]? {field}; // Made when it is asked for first.\n");

    private void WriteNames(string field, IEnumerable<string> names)
    {
        using (_writer.WriteBlock($"{field} ??= new string[]", end: "};"))
        {
            foreach (string name in names)
            {
                _writer.WriteLine(CSharpText.Literal(name) + ",");
            }
        }

        _writer.WriteLine();
    }

    private static IEnumerable<string> Arms(EnumModel model) =>
        Named(model).Select((member, index) => FormattableString.Invariant($"{index} => {model.Key}.{member.Name}"));

    /// <summary>The members that are looked for: of names that differ by case at most and are all of one value the first, or a name in another case would be in doubt between them.</summary>
    private static IEnumerable<EnumMemberModel> Named(EnumModel model)
    {
        ILookup<string, EnumMemberModel> alike = model.Members.ToLookup(static member => member.WireName, StringComparer.OrdinalIgnoreCase);
        return model.Members.Where(member => ReferenceEquals(alike[member.WireName].First(), member) || alike[member.WireName].Any(other => other.Value != member.Value));
    }

    private void WriteStart(TypeModel type, string method, string expected)
    {
        using (_writer.WriteBlock($"if (!reader.{method}(out {CSharpText.Scope} scope))"))
        {
            _writer.WriteLine($"return reader.ReadFromText<{Syntax(type)}>({ValueEmitter.ReaderName(type)}, {CSharpText.Literal(expected)});");
        }

        _writer.WriteLine();
    }
}
