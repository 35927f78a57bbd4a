using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>All that one type's reader or writer depends on: the type, and the types that its JSON holds directly.</summary>
/// <param name="Type">The type.</param>
/// <param name="Neighbours">The type itself and the types of its members, items, keys and values.</param>
internal sealed record TypeNeighbourhood(TypeModel Type, EquatableArray<TypeModel> Neighbours)
{
    public static TypeNeighbourhood Of(TypeModel type, IReadOnlyDictionary<string, TypeModel> models)
    {
        IEnumerable<string> keys = type switch
        {
            ObjectModel model => model.Members.Select(static member => member.Property.Type.Key),
            SequenceModel model => [model.Item.Key],
            DictionaryModel model => [model.DictionaryKey.Key, model.Value.Key],
            UnionModel model => model.Cases.Select(static known => known.Type.Key),
            _ => [],
        };
        return new TypeNeighbourhood(type, new[] { type.Key }.Concat(keys).Distinct().Select(key => models[key]).ToEquatableArray());
    }
}
