using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Finds models by their keys.</summary>
internal sealed class TypeGraph(EquatableArray<TypeModel> types)
{
    private readonly Dictionary<string, TypeModel> _types = types.ToDictionary(static type => type.Key, StringComparer.Ordinal);

    public TypeModel this[TypeUse use] => _types[use.Key];

    /// <summary>The types that a type's JSON holds directly.</summary>
    public static IEnumerable<TypeUse> Edges(TypeModel type) => type switch
    {
        ObjectModel model => model.Members.Where(static member => member.Setter != MemberSetter.None).Select(static member => member.Property.Type),
        SequenceModel model => [model.Item],
        DictionaryModel model => [model.Value],
        UnionModel model => model.Cases.Select(static known => known.Type),
        _ => [],
    };

    /// <summary>What the model is told was wanted where a value of the type is missing.</summary>
    public string Expected(TypeUse use) => this[use] switch
    {
        ScalarModel scalar => ScalarForm.Of(scalar.Kind).Expected,
        EnumModel { IsFlags: false } model => "one of " + string.Join(", ", model.Members.Select(static member => "\"" + member.WireName + "\"")),
        EnumModel or SequenceModel => "an array",
        AnyModel { Kind: AnyKind.JsonArray } => "an array",
        AnyModel { Kind: not AnyKind.JsonObject } or ConverterModel => "a value",
        _ => "an object",
    };
}
