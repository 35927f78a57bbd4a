using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <content>How numbers may be told and are written, as <c>[JsonNumberHandling]</c> says.</content>
internal sealed partial class TypeGraphParser
{
    /// <summary>What the attribute on the member, or else on the type that is written, says; what a base of that says is about the base alone.</summary>
    private static NumberHandling NumberHandlingOf(ISymbol? member, INamedTypeSymbol owner) =>
        HandlingOf(member?.FindAttribute(AttributeNames.JsonNumberHandling) ?? owner.FindAttribute(AttributeNames.JsonNumberHandling));

    private static NumberHandling HandlingOf(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Value: int flags }] } ? (NumberHandling)flags & NumberHandling.All : NumberHandling.None;

    /// <summary>What of an attribute makes a difference to values of a type.</summary>
    private NumberHandling HandlingOf(AttributeData? attribute, TypeUse number) => Narrow(HandlingOf(attribute), number);

    /// <summary>The type of a member that is a collection of numbers: told and written in the member's way, it is a type of its own.</summary>
    /// <remarks>Like System.Text.Json, this looks at the member's own items or values, and no deeper.</remarks>
    private TypeUse WithNumbers(TypeUse use, NumberHandling handling)
    {
        TypeModel? varied = _models[use.Key] switch
        {
            SequenceModel sequence when Narrow(handling, sequence.Item) is not NumberHandling.None and var own && own != sequence.NumberHandling => sequence with { NumberHandling = own },
            DictionaryModel dictionary when Narrow(handling, dictionary.Value) is not NumberHandling.None and var own && own != dictionary.NumberHandling => dictionary with { NumberHandling = own },
            _ => null,
        };
        if (varied is null)
        {
            return use;
        }

        string key = $"{use.Key} with numbers {(varied is SequenceModel items ? items.NumberHandling : ((DictionaryModel)varied).NumberHandling)}";
        if (!_models.ContainsKey(key))
        {
            string name = varied.Identifier.Substring(0, varied.Identifier.LastIndexOf('_'));
            _order.Add(key);
            _models.Add(key, varied with { Key = key, Identifier = name + "_" + StableHash.Of(key) });
        }

        return use with { Key = key };
    }

    private NumberHandling Narrow(NumberHandling handling, TypeUse number) => _models[number.Key] switch
    {
        ScalarModel { Kind: ScalarKind.Half or ScalarKind.Single or ScalarKind.Double } => handling,
        ScalarModel { Kind: >= ScalarKind.SByte and <= ScalarKind.Decimal } => handling & NumberHandling.WriteAsString,
        _ => NumberHandling.None,
    };
}
