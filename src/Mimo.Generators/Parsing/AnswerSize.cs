using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>How small an answer of a type can be. A lower bound: names and punctuation alone, with empty texts and the fewest items.</summary>
/// <param name="types">Knows the types.</param>
internal sealed class AnswerSize(TypeGraphParser types)
{
    /// <summary>JSON has at least three characters to a token in practice; this errs on the silent side.</summary>
    private const int CharactersPerToken = 4;

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public long LeastTokens(TypeUse answer) => (LeastLength(answer, default) + CharactersPerToken - 1) / CharactersPerToken;

    private long LeastLength(TypeUse use, EquatableArray<ConstraintModel> constraints)
    {
        if (use.IsNullable || !_open.Add(use.Key))
        {
            return "null".Length;
        }

        long length = types.Model(use) switch
        {
            ObjectModel model => LeastLength(model),
            SequenceModel model => 2 + (LeastCount(constraints, ConstraintKind.ItemCount) * (LeastLength(model.Item, default) + 1)),
            UnionModel model => model.Discriminator.Length + (model.Cases.Count == 0 ? 0 : model.Cases.Min(@case => LeastLength(@case.Type, default))),
            EnumModel { IsFlags: false, Members.Count: > 0 } model => 2 + model.Members.Min(static member => member.WireName.Length),
            ScalarModel model => LeastLength(model.Kind, constraints),
            _ => 2,
        };
        _open.Remove(use.Key);
        return length;
    }

    private long LeastLength(ObjectModel model)
    {
        long length = 2;
        foreach (ObjectMemberModel member in model.Members)
        {
            if (member.Property.IsRequired && member.Setter != MemberSetter.None)
            {
                // Quotes, colon and comma.
                length += member.Property.WireName.Length + 4 + LeastLength(member.Property.Type, member.Property.Constraints);
            }
        }

        return length;
    }

    private static long LeastLength(ScalarKind kind, EquatableArray<ConstraintModel> constraints) => kind switch
    {
        ScalarKind.String or ScalarKind.Uri or ScalarKind.ByteArray or ScalarKind.ByteMemory => 2 + LeastCount(constraints, ConstraintKind.TextLength),
        ScalarKind.Guid => 38,
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => 21,
        ScalarKind.DateOnly => 12,
        ScalarKind.TimeOnly => 7,
        ScalarKind.Char or ScalarKind.Version or ScalarKind.TimeSpan => 3,
        ScalarKind.Boolean => 4,
        _ => 1,
    };

    private static long LeastCount(EquatableArray<ConstraintModel> constraints, ConstraintKind kind)
    {
        foreach (ConstraintModel constraint in constraints)
        {
            if (constraint.Kind == kind && long.TryParse(constraint.Minimum?.Json, out long minimum))
            {
                return minimum;
            }
        }

        return 0;
    }
}
