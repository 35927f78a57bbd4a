using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    /// <summary>What a member is for, in the words that are closest to it.</summary>
    /// <param name="member">The member; null for a constructor's parameter that has none.</param>
    /// <param name="parameter">The constructor's parameter that sets it, if one does.</param>
    /// <param name="type">The comment of the type that is read or written, which describes a record's parameters.</param>
    private string Describe(ISymbol? member, IParameterSymbol? parameter, DocComment type)
    {
        return Texts().FirstOrDefault(static text => text.Length > 0) ?? "";

        IEnumerable<string> Texts()
        {
            if (parameter is not null)
            {
                yield return type.Parameter(parameter.Name);
            }

            if (member is not null)
            {
                yield return DocCommentParser.Parse(member, cancellationToken).Summary;
            }

            if (parameter?.ContainingSymbol is { } constructor)
            {
                yield return DocCommentParser.Parse(constructor, cancellationToken).Parameter(parameter.Name);
            }

            // A property that a base record has from its own parameters.
            if (member?.ContainingType is { IsRecord: true } record)
            {
                yield return DocCommentParser.Parse(record, cancellationToken).Parameter(member.Name);
            }

            if (member is not null)
            {
                yield return DocCommentParser.DescriptionAttribute(member);
            }

            if (parameter is not null)
            {
                yield return DocCommentParser.DescriptionAttribute(parameter);
            }
        }
    }
}
