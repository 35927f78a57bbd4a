using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>
/// Prints JSON schemas (draft 2020-12, without annotations that a model doesn't need). Types that recur or contain themselves go
/// into <c>$defs</c>; others stand where they are used.
/// </summary>
internal sealed partial class SchemaEmitter
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
    /// <param name="answer">The answer; what is no object itself stands in a member <c>value</c>.</param>
    /// <param name="target">The project's settings.</param>
    public static string EmitAnswer(EquatableArray<TypeModel> types, PromptReturnModel answer, TargetModel target)
    {
        TypeUse type = answer.Type!;
        var emitter = new SchemaEmitter(types, [type], target.DescribeConstraints);
        emitter._json.StartObject();
        if (answer.Mode == PromptReturnMode.ItemStream)
        {
            emitter.WriteListOf(type);
        }
        else if (answer.IsWrapped)
        {
            emitter.WriteObjectMembers([new PropertyModel { Name = "value", WireName = "value", Type = type, Description = "", IsRequired = true, Constraints = default }]);
        }
        else
        {
            emitter.WriteType(type with { IsNullable = false }, description: "", constraints: []);
        }

        emitter.WriteDefinitions();
        emitter._json.EndObject();
        return emitter._json.ToString();
    }

    /// <summary>The same members as those of a wrapped list type; of a streamed list there is no type, only the item's.</summary>
    private void WriteListOf(TypeUse item)
    {
        _json.Name("type").String("object").Name("properties").StartObject().Name("value").StartObject();
        _json.Name("type").String("array").Name("items").StartObject();
        WriteType(item, description: "", constraints: []);
        _json.EndObject().EndObject().EndObject();
        _json.Name("required").StartArray().String("value").EndArray().Name("additionalProperties").Boolean(false);
    }

    /// <summary>Finds the types that are worth a name: those that recur, and one on every way by which a type leads back to itself.</summary>
    private void FindDefinitions(IEnumerable<TypeUse> roots)
    {
        var uses = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<TypeModel>();
        void Visit(TypeUse use)
        {
            TypeModel type = _graph[use];
            int start = path.IndexOf(type);
            if (start >= 0)
            {
                Define(path.Skip(start).FirstOrDefault(static known => known is ObjectModel or UnionModel) ?? type);
                return;
            }

            bool isNew = uses.Add(type.Key);
            if (!isNew && type is ObjectModel or UnionModel or EnumModel { Members.Count: > 3 })
            {
                Define(type);
                return;
            }

            // A collection is never named for recurring, so what it holds recurs with it.
            path.Add(type);
            foreach (TypeUse edge in Held(type))
            {
                Visit(edge);
            }

            path.RemoveAt(path.Count - 1);
        }

        // The cases of a union always stand in it, with their discriminators, so only what they hold is visited.
        IEnumerable<TypeUse> Held(TypeModel type) => type is UnionModel union
            ? union.Cases.SelectMany(known => TypeGraph.Edges(_graph[known.Type]))
            : TypeGraph.Edges(type);

        void Define(TypeModel type)
        {
            if (!_definitions.ContainsKey(type.Key))
            {
                string name = type.Identifier.Substring(0, type.Identifier.LastIndexOf('_'));
                _definitions.Add(type.Key, names.Add(name) ? name : type.Identifier);
            }
        }

        foreach (TypeUse root in roots)
        {
            Visit(root);
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
            WriteInPlace(type, isNullable: false, type.Description, constraints: []);
            _json.EndObject();
        }

        _json.EndObject();
    }

    private void WriteObjectMembers(IEnumerable<PropertyModel> properties, bool isOpen = false, UnionModel? union = null, UnionCaseModel? unionCase = null)
    {
        bool isDiscriminated = unionCase is { Id: not null };
        _json.Name("type").String("object").Name("properties").StartObject();
        if (isDiscriminated)
        {
            _json.Name(union!.Discriminator).StartObject().Name("const").Raw(unionCase!.Json).EndObject();
        }

        foreach (PropertyModel property in properties)
        {
            _json.Name(property.WireName).StartObject();

            // An optional member is left out rather than sent as null, so null stays out of its schema.
            TypeUse type = property.IsRequired ? property.Type : property.Type with { IsNullable = false };
            string description = _describesConstraints ? ConstraintText.Describe(property.Description, property.Constraints) : property.Description;
            WriteType(type, description, ConstraintSchema.Keywords(property.Constraints, type.IsNullable));
            if (property.DefaultJson is not null)
            {
                _json.Name("default").Raw(property.DefaultJson);
            }

            _json.EndObject();
        }

        _json.EndObject().Name("required").StartArray();
        if (isDiscriminated)
        {
            _json.String(union!.Discriminator);
        }

        foreach (PropertyModel property in properties.Where(static property => property.IsRequired))
        {
            _json.String(property.WireName);
        }

        _json.EndArray();
        if (!isOpen)
        {
            _json.Name("additionalProperties").Boolean(false);
        }
    }
}
