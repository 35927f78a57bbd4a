using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Checks JSON that a developer wrote against a type: as strict as the schema, where the reader is tolerant, since an example is what
/// the model imitates. It also writes the JSON anew as it goes over the wire: compact, members in the order of their declaration,
/// and what doesn't fit replaced by something that does.
/// </summary>
/// <param name="types">Knows the types.</param>
/// <param name="report">Hears what doesn't fit; null if nobody wants to know.</param>
internal sealed partial class JsonFit(TypeGraphParser types, Action<TextProblem>? report)
{
    private readonly JsonSkeleton _skeleton = new(types);

    /// <summary>Checks a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="use">The type it should have.</param>
    /// <param name="constraints">What it should keep beyond that.</param>
    /// <param name="json">Takes the value as it goes over the wire.</param>
    /// <param name="handling">How a number may be written.</param>
    public void Write(WrittenJson value, TypeUse use, EquatableArray<ConstraintModel> constraints, JsonText json, NumberHandling handling = NumberHandling.None)
    {
        if (value.Kind == WrittenJsonKind.Null && types.Model(use) is not AnyModel { Kind: not (AnyKind.JsonObject or AnyKind.JsonArray) })
        {
            if (use.IsNullable)
            {
                json.Raw("null");
                return;
            }

            Replace(value, use, constraints, json);
            return;
        }

        switch (types.Model(use))
        {
            case ScalarModel scalar:
                WriteScalar(value, scalar, use, constraints, json, handling);
                break;
            case EnumModel { IsFlags: false } names when value.Kind == WrittenJsonKind.String && names.Members.Any(member => member.WireName == value.Text):
                json.String(value.Text);
                break;
            case EnumModel { IsFlags: true } names when value.Kind == WrittenJsonKind.Array:
                WriteFlags(value, names, json);
                break;
            case SequenceModel sequence when value.Kind == WrittenJsonKind.Array:
                WriteItems(value, sequence, json);
                CheckCount(value, value.Items.Count, ConstraintKind.ItemCount, constraints);
                break;
            case DictionaryModel dictionary when value.Kind == WrittenJsonKind.Object:
                WriteEntries(value, dictionary, json);
                CheckCount(value, value.Members.Count, ConstraintKind.EntryCount, constraints);
                break;
            case ObjectModel model when value.Kind == WrittenJsonKind.Object:
                json.StartObject();
                WriteMembers(value, model, json, discriminator: null);
                json.EndObject();
                break;
            case UnionModel union when value.Kind == WrittenJsonKind.Object:
                WriteUnion(value, union, json);
                break;
            case AnyModel { Kind: AnyKind.JsonObject } when value.Kind != WrittenJsonKind.Object:
            case AnyModel { Kind: AnyKind.JsonArray } when value.Kind != WrittenJsonKind.Array:
                Replace(value, use, constraints, json);
                break;
            case AnyModel or ConverterModel:
                WriteAnything(value, json);
                break;
            default:
                Replace(value, use, constraints, json);
                break;
        }
    }

    /// <summary>Checks a list of which only the items have a type.</summary>
    public void WriteList(WrittenJson value, TypeUse item, JsonText json)
    {
        json.StartArray();
        if (value.Kind != WrittenJsonKind.Array)
        {
            Report(value.Start, value.Length, $"expected an array, but got {value.Describe()}");
            _skeleton.Write(item, default, json);
        }

        foreach (WrittenJson written in value.Items)
        {
            Write(written, item, default, json);
        }

        json.EndArray();
    }

    private void WriteFlags(WrittenJson value, EnumModel names, JsonText json)
    {
        json.StartArray();
        foreach (WrittenJson item in value.Items)
        {
            if (item.Kind == WrittenJsonKind.String && names.Members.Any(member => member.WireName == item.Text))
            {
                json.String(item.Text);
            }
            else
            {
                Report(item.Start, item.Length, $"expected {ListNames(names)}, but got {item.Describe()}");
            }
        }

        json.EndArray();
    }

    private void WriteItems(WrittenJson value, SequenceModel sequence, JsonText json)
    {
        json.StartArray();
        foreach (WrittenJson item in value.Items)
        {
            Write(item, sequence.Item, default, json, sequence.NumberHandling);
        }

        json.EndArray();
    }

    private void WriteEntries(WrittenJson value, DictionaryModel dictionary, JsonText json)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        json.StartObject();
        foreach (WrittenMember entry in value.Members)
        {
            if (!names.Add(entry.Name))
            {
                ReportName(entry, $"'{entry.Name}' is there twice");
            }
            else if (FindKeyProblem(entry.Name, dictionary) is { } expected)
            {
                ReportName(entry, $"expected {expected} for a name, but got {JsonText.Quote(entry.Name)}");
            }
            else
            {
                json.Name(entry.Name);
                Write(entry.Value, dictionary.Value, default, json, dictionary.NumberHandling);
            }
        }

        json.EndObject();
    }

    private static void WriteAnything(WrittenJson value, JsonText json)
    {
        switch (value.Kind)
        {
            case WrittenJsonKind.String:
                json.String(value.Text);
                break;
            case WrittenJsonKind.Number:
                json.Raw(value.Text);
                break;
            case WrittenJsonKind.Array:
                json.StartArray();
                foreach (WrittenJson item in value.Items)
                {
                    WriteAnything(item, json);
                }

                json.EndArray();
                break;
            case WrittenJsonKind.Object:
                json.StartObject();
                foreach (WrittenMember member in value.Members)
                {
                    json.Name(member.Name);
                    WriteAnything(member.Value, json);
                }

                json.EndObject();
                break;
            default:
                json.Raw(value.Describe());
                break;
        }
    }

    /// <summary>Reports that a value is of another kind than its type, and writes one that is of it.</summary>
    private void Replace(WrittenJson value, TypeUse use, EquatableArray<ConstraintModel> constraints, JsonText json)
    {
        Report(value.Start, value.Length, $"expected {Expected(use)}, but got {value.Describe()}");
        _skeleton.Write(use, constraints, json);
    }

    private void Report(int start, int length, string text) => report?.Invoke(new TextProblem(start, length, text));

    private void ReportName(WrittenMember member, string text) => Report(member.Start, member.End - member.Start, text);

    private string Expected(TypeUse use) => types.Model(use) switch
    {
        ScalarModel scalar => ScalarForm.Of(scalar.Kind).Expected,
        EnumModel { IsFlags: false } names => ListNames(names),
        EnumModel or SequenceModel or AnyModel { Kind: AnyKind.JsonArray } => "an array",
        _ => "an object",
    };

    private static string ListNames(EnumModel names) => "one of " + string.Join(", ", names.Members.Select(static member => JsonText.Quote(member.WireName)));
}
