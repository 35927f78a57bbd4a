using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

internal sealed partial class SchemaEmitter
{
    /// <summary>Writes the members of the schema of a type where it is used.</summary>
    private void WriteType(TypeUse use, string description, IReadOnlyList<SchemaKeyword> constraints)
    {
        TypeModel type = _graph[use];
        if (!_definitions.TryGetValue(type.Key, out string? name))
        {
            WriteInPlace(type, use.IsNullable, description.Length > 0 ? description : type.Description, constraints);
            return;
        }

        string reference = "#/$defs/" + name;
        if (use.IsNullable)
        {
            _json.Name("anyOf").StartArray()
                .StartObject().Name("$ref").String(reference).EndObject()
                .StartObject().Name("type").String("null").EndObject()
                .EndArray();
        }
        else
        {
            _json.Name("$ref").String(reference);
        }

        WriteDescription(description);
        WriteKeywords(constraints);
    }

    private void WriteInPlace(TypeModel type, bool isNullable, string description, IReadOnlyList<SchemaKeyword> constraints)
    {
        switch (type)
        {
            case ScalarModel scalar:
                ScalarForm form = ScalarForm.Of(scalar.Kind);
                WriteTypeName(form.JsonType, isNullable);
                WriteDescription(description);
                WriteKeywords(form.Keywords.Where(keyword => !constraints.Any(constraint => Overrides(constraint.Name, keyword.Name))));
                break;
            case EnumModel model:
                WriteEnum(model, isNullable, description, hasOwnNames: constraints.Any(static constraint => constraint.Name == "enum"));
                break;
            case SequenceModel sequence:
                WriteTypeName("array", isNullable);
                WriteDescription(description);
                _json.Name("items").StartObject();
                WriteType(sequence.Item, "", []);
                _json.EndObject();
                break;
            case DictionaryModel dictionary:
                WriteDictionary(dictionary, isNullable, description);
                break;
            case ObjectModel model:
                WriteObject(model, isNullable, description);
                break;
            case UnionModel union:
                WriteUnion(union, isNullable, description);
                break;
            case ConverterModel:
                WriteDescription(description); // Only the converter knows what its JSON looks like.
                break;
            case AnyModel any:
                WriteAny(any, isNullable, description);
                break;
        }

        WriteKeywords(constraints);
    }

    private void WriteObject(ObjectModel model, bool isNullable, string description)
    {
        WriteDescription(description);
        IEnumerable<PropertyModel> properties = model.Members.Where(static member => member.Setter != MemberSetter.None).Select(static member => member.Property);
        if (!isNullable)
        {
            WriteObjectMembers(properties, model.ExtensionData is not null);
            return;
        }

        _json.Name("anyOf").StartArray().StartObject();
        WriteObjectMembers(properties, model.ExtensionData is not null);
        _json.EndObject().StartObject().Name("type").String("null").EndObject().EndArray();
    }

    private void WriteUnion(UnionModel union, bool isNullable, string description)
    {
        WriteDescription(description);
        _json.Name("anyOf").StartArray();
        foreach (UnionCaseModel unionCase in union.Cases)
        {
            var model = (ObjectModel)_graph[unionCase.Type];
            _json.StartObject();
            WriteDescription(model.Description);
            WriteObjectMembers(
                model.Members.Where(static member => member.Setter != MemberSetter.None).Select(static member => member.Property),
                model.ExtensionData is not null,
                union,
                unionCase);
            _json.EndObject();
        }

        if (isNullable)
        {
            _json.StartObject().Name("type").String("null").EndObject();
        }

        _json.EndArray();
    }

    private void WriteEnum(EnumModel model, bool isNullable, string description, bool hasOwnNames)
    {
        description = _describesConstraints ? DescribeMembers(model, description) : description;
        if (model.IsFlags)
        {
            WriteTypeName("array", isNullable);
            WriteDescription(description);
            _json.Name("items").StartObject().Name("type").String("string");
            WriteNames(model, isNullable: false);
            _json.EndObject();
            return;
        }

        WriteTypeName("string", isNullable);
        WriteDescription(description);
        if (!hasOwnNames)
        {
            WriteNames(model, isNullable);
        }
    }

    private void WriteNames(EnumModel model, bool isNullable)
    {
        _json.Name("enum").StartArray();
        foreach (string name in model.Members.Select(static member => member.WireName).Distinct())
        {
            _json.String(name);
        }

        if (isNullable)
        {
            _json.Raw("null");
        }

        _json.EndArray();
    }

    private void WriteDictionary(DictionaryModel dictionary, bool isNullable, string description)
    {
        WriteTypeName("object", isNullable);
        WriteDescription(description);
        WritePropertyNames(_graph[dictionary.DictionaryKey]);
        _json.Name("additionalProperties").StartObject();
        WriteType(dictionary.Value, "", []);
        _json.EndObject();
    }

    private void WritePropertyNames(TypeModel key)
    {
        switch (key)
        {
            case EnumModel { Members.Count: > 0 } names:
                _json.Name("propertyNames").StartObject();
                WriteNames(names, isNullable: false);
                _json.EndObject();
                break;
            case ScalarModel { Kind: ScalarKind.Guid }:
                _json.Name("propertyNames").StartObject().Name("format").String("uuid").EndObject();
                break;
            case ScalarModel { Kind: not ScalarKind.String } number:
                bool isUnsigned = ScalarForm.Of(number.Kind).Keywords.Any(static keyword => keyword is { Name: "minimum", Json: "0" });
                _json.Name("propertyNames").StartObject().Name("pattern").String(isUnsigned ? "^[0-9]+$" : "^-?[0-9]+$").EndObject();
                break;
        }
    }

    private void WriteAny(AnyModel any, bool isNullable, string description)
    {
        if (any.Kind is AnyKind.JsonObject or AnyKind.JsonArray)
        {
            WriteTypeName(any.Kind == AnyKind.JsonObject ? "object" : "array", isNullable);
        }

        WriteDescription(description);
    }

    private void WriteTypeName(string name, bool isNullable)
    {
        if (isNullable)
        {
            _json.Name("type").StartArray().String(name).String("null").EndArray();
        }
        else
        {
            _json.Name("type").String(name);
        }
    }

    private void WriteKeywords(IEnumerable<SchemaKeyword> keywords)
    {
        foreach (SchemaKeyword keyword in keywords)
        {
            _json.Name(keyword.Name).Raw(keyword.Json);
        }
    }

    /// <summary>Whether a constraint says again, and more narrowly, what the type says.</summary>
    private static bool Overrides(string constraint, string keyword) =>
        constraint == keyword
        || (constraint == "exclusiveMinimum" && keyword == "minimum")
        || (constraint == "exclusiveMaximum" && keyword == "maximum");

    private void WriteDescription(string description)
    {
        if (description.Length > 0)
        {
            _json.Name("description").String(description);
        }
    }

    /// <summary>The model may be shown only names and descriptions, so what the members mean is told in words too.</summary>
    private static string DescribeMembers(EnumModel model, string description)
    {
        if (model.Members.All(static member => member.Description.Length == 0))
        {
            return description;
        }

        string members = string.Join("; ", model.Members.Select(static member =>
            member.Description.Length == 0 ? member.WireName : member.WireName + ": " + member.Description.TrimEnd('.')));
        return description.Length == 0 ? members : description.TrimEnd() + " (" + members + ")";
    }
}
