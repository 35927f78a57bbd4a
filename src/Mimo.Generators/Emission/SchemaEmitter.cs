using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>
/// Prints JSON schemas (draft 2020-12, without annotations that a model doesn't need). Types that recur or contain themselves go
/// into <c>$defs</c>; others stand where they are used.
/// </summary>
internal sealed class SchemaEmitter
{
    private readonly TypeGraph _graph;
    private readonly bool _describesConstraints;
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly JsonText _json = new();

    private SchemaEmitter(EquatableArray<TypeModel> types, IEnumerable<TypeUse> roots, bool describesConstraints)
    {
        _graph = new TypeGraph(types);
        _describesConstraints = describesConstraints;
        FindDefinitions(roots);
    }

    /// <summary>The schema of a tool's arguments.</summary>
    public static string EmitArguments(ToolModel tool, TargetModel target)
    {
        List<PropertyModel> properties = tool.Parameters.Where(static parameter => parameter.Property is not null).Select(static parameter => parameter.Property!).ToList();
        var emitter = new SchemaEmitter(tool.InputTypes, properties.Select(static property => property.Type), target.DescribeConstraints);
        emitter._json.StartObject();
        emitter.WriteObjectMembers(properties);
        emitter.WriteDefinitions();
        emitter._json.EndObject();
        return emitter._json.ToString();
    }

    /// <summary>The schema of a structured answer, whose root is always an object.</summary>
    /// <param name="types">The types that the answer reaches.</param>
    /// <param name="answer">The answer's type.</param>
    /// <param name="isWrapped">Whether the answer stands in a member <c>value</c>, since it is not an object itself.</param>
    /// <param name="target">The project's settings.</param>
    public static string EmitAnswer(EquatableArray<TypeModel> types, TypeUse answer, bool isWrapped, TargetModel target)
    {
        var emitter = new SchemaEmitter(types, [answer], target.DescribeConstraints);
        emitter._json.StartObject();
        if (isWrapped)
        {
            emitter.WriteObjectMembers([new PropertyModel { Name = "value", WireName = "value", Type = answer, Description = "", IsRequired = true }]);
        }
        else
        {
            emitter.WriteType(answer with { IsNullable = false }, description: "");
        }

        emitter.WriteDefinitions();
        emitter._json.EndObject();
        return emitter._json.ToString();
    }

    private void FindDefinitions(IEnumerable<TypeUse> roots)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        void Count(TypeUse use)
        {
            TypeModel type = _graph[use];
            uses.TryGetValue(type.Key, out int count);
            uses[type.Key] = count + 1;
            if (count == 0)
            {
                foreach (TypeUse edge in TypeGraph.Edges(type))
                {
                    Count(edge);
                }
            }
            else if (count == 1 && type is ObjectModel or EnumModel { Members.Count: > 3 })
            {
                string name = type.Identifier.Substring(0, type.Identifier.LastIndexOf('_'));
                _definitions.Add(type.Key, names.Add(name) ? name : type.Identifier);
            }
        }

        foreach (TypeUse root in roots)
        {
            Count(root);
        }
    }

    private void WriteDefinitions()
    {
        if (_definitions.Count == 0)
        {
            return;
        }

        _json.Name("$defs").StartObject();
        foreach (KeyValuePair<string, string> definition in _definitions)
        {
            _json.Name(definition.Value).StartObject();
            TypeModel type = _graph[new TypeUse(definition.Key, "", false, false)];
            WriteInPlace(type, isNullable: false, type.Description);
            _json.EndObject();
        }

        _json.EndObject();
    }

    private void WriteObjectMembers(IEnumerable<PropertyModel> properties)
    {
        _json.Name("type").String("object").Name("properties").StartObject();
        foreach (PropertyModel property in properties)
        {
            _json.Name(property.WireName).StartObject();

            // An optional member is left out rather than sent as null, so null stays out of its schema.
            WriteType(property.IsRequired ? property.Type : property.Type with { IsNullable = false }, property.Description);
            if (property.DefaultJson is not null)
            {
                _json.Name("default").Raw(property.DefaultJson);
            }

            _json.EndObject();
        }

        _json.EndObject().Name("required").StartArray();
        foreach (PropertyModel property in properties.Where(static property => property.IsRequired))
        {
            _json.String(property.WireName);
        }

        _json.EndArray().Name("additionalProperties").Boolean(false);
    }

    /// <summary>Writes the members of the schema of a type where it is used.</summary>
    private void WriteType(TypeUse use, string description)
    {
        TypeModel type = _graph[use];
        if (!_definitions.TryGetValue(type.Key, out string? name))
        {
            WriteInPlace(type, use.IsNullable, description.Length > 0 ? description : type.Description);
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
    }

    private void WriteInPlace(TypeModel type, bool isNullable, string description)
    {
        switch (type)
        {
            case ScalarModel scalar:
                string form = ScalarForm.Of(scalar.Kind).Schema;
                _json.Raw(isNullable ? WithNull(form) : form);
                WriteDescription(description);
                break;
            case EnumModel model:
                WriteEnum(model, isNullable, description);
                break;
            case SequenceModel sequence:
                WriteTypeName("array", isNullable);
                WriteDescription(description);
                _json.Name("items").StartObject();
                WriteType(sequence.Item, "");
                _json.EndObject();
                break;
            case DictionaryModel dictionary:
                WriteDictionary(dictionary, isNullable, description);
                break;
            case ObjectModel model:
                WriteObject(model, isNullable, description);
                break;
            case AnyModel any:
                WriteAny(any, isNullable, description);
                break;
        }
    }

    private void WriteObject(ObjectModel model, bool isNullable, string description)
    {
        WriteDescription(description);
        IEnumerable<PropertyModel> properties = model.Members.Where(static member => member.Setter != MemberSetter.None).Select(static member => member.Property);
        if (!isNullable)
        {
            WriteObjectMembers(properties);
            return;
        }

        _json.Name("anyOf").StartArray().StartObject();
        WriteObjectMembers(properties);
        _json.EndObject().StartObject().Name("type").String("null").EndObject().EndArray();
    }

    private void WriteEnum(EnumModel model, bool isNullable, string description)
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
        WriteNames(model, isNullable);
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
        if (_graph[dictionary.DictionaryKey] is EnumModel { Members.Count: > 0 } names)
        {
            _json.Name("propertyNames").StartObject();
            WriteNames(names, isNullable: false);
            _json.EndObject();
        }

        _json.Name("additionalProperties").StartObject();
        WriteType(dictionary.Value, "");
        _json.EndObject();
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

    /// <summary><c>"type":"string",…</c> with null as a second type.</summary>
    private static string WithNull(string form)
    {
        const string Prefix = "\"type\":";
        int end = form.IndexOf(',');
        string name = form.Substring(Prefix.Length, (end < 0 ? form.Length : end) - Prefix.Length);
        return Prefix + "[" + name + ",\"null\"]" + (end < 0 ? "" : form.Substring(end));
    }
}
