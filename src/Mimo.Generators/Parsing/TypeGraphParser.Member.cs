using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    private static MemberOmission OmissionOf(DataMember member) => DataMember.IgnoreCondition(member.Symbol) switch
    {
        JsonIgnoreCondition.WhenWritingDefault => MemberOmission.WhenDefault,
        JsonIgnoreCondition.WhenWritingNull => MemberOmission.WhenNull,
        _ => MemberOmission.Never,
    };

    private ExtensionDataModel? ParseExtensionData(DataMember member, INamedTypeSymbol owner, bool isGiven)
    {
        if (!(isWritten ? member.HasGetter : member.Setter != MemberSetter.None || isGiven) || member.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        string syntax = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToSyntax();
        switch (type.QualifiedName())
        {
            case "System.Text.Json.Nodes.JsonObject":
                return new ExtensionDataModel(member.Symbol.Name, syntax, syntax, "global::System.Text.Json.Nodes.JsonNode?", member.Setter, MayHaveOwnValue(member, owner));
            case Generic + "Dictionary" or Generic + "IDictionary" when type.TypeArguments[0].SpecialType == SpecialType.System_String
                && (type.TypeArguments[1].SpecialType == SpecialType.System_Object || type.TypeArguments[1].IsNamed("System.Text.Json.JsonElement")):
                return new ExtensionDataModel(member.Symbol.Name, syntax, $"global::{Generic}Dictionary<string, {type.TypeArguments[1].ToSyntax()}>", type.TypeArguments[1].ToSyntax(), member.Setter, MayHaveOwnValue(member, owner));
            default:
                return null;
        }
    }

    private ObjectMemberModel? ParseConstructorMember(IParameterSymbol parameter, DataMember? member, DocComment comment)
    {
        if (ParseMember(parameter.Type, member?.Symbol, parameter.ContainingType, parameter.OriginalDefinition.Type is ITypeParameterSymbol) is not { } type)
        {
            return null;
        }

        bool meetsItself = _metItself;
        _metItself = false;
        EquatableArray<ConstraintModel> constraints = ParseConstraints([parameter, member?.Symbol], type, out ConstraintProblem? problem);
        if (problem is not null)
        {
            RefuseConstraint(parameter.ContainingType, parameter.Name, problem);
            return null;
        }

        DefaultValue? defaultValue = DefaultValueCheck.WithinCount(parameter, DefaultValueParser.Parse(parameter, _models[type.Key]), constraints);
        if (DefaultValueCheck.FindConflict(parameter, defaultValue, constraints) is { } conflict)
        {
            Refuse(
                parameter.ContainingType,
                $"the default value of '{parameter.Name}' {conflict}",
                DiagnosticDescriptors.MemberDefaultIsUnfit,
                refuse is null ? null : Places.Default(parameter, cancellationToken));
            return null;
        }

        AdviseOnMember(member?.Symbol ?? parameter, parameter, type, constraints, meetsItself);
        return new ObjectMemberModel
        {
            Setter = MemberSetter.Constructor,
            HasGetter = member?.HasGetter == true,
            Omission = member is null ? MemberOmission.Never : OmissionOf(member),
            Property = new PropertyModel
            {
                Name = member?.Symbol.Name ?? parameter.Name,
                WireName = WireName(member) ?? WireNames.ToCamelCase(member?.Symbol.Name ?? parameter.Name),
                Type = type,
                Description = Describe(member?.Symbol, parameter, comment),
                IsRequired = member?.Symbol.HasAttribute(AttributeNames.JsonRequired) == true || (!type.IsNullable && defaultValue is null),
                Constraints = constraints,
                NumberHandling = NumberHandlingOf(member?.Symbol, parameter.ContainingType),
                DefaultSyntax = defaultValue?.Syntax,
                DefaultJson = defaultValue?.Json,
            },
        };
    }

    /// <summary>Whether a value can get into the member; that one can't may be worth saying.</summary>
    private bool IsSettable(DataMember member)
    {
        if (member.Setter == MemberSetter.None && !member.IsIgnoredWhenReading)
        {
            AdviseOnUnsettable(member.Symbol);
        }

        return member.Setter != MemberSetter.None;
    }

    /// <param name="member">The member.</param>
    /// <param name="owner">The type that is made and written, which may derive from the one that declares the member.</param>
    private ObjectMemberModel? ParseDataMember(DataMember member, INamedTypeSymbol owner)
    {
        if (ParseMember(member.Type, member.Symbol, owner, member.IsTypeArgument) is not { } type)
        {
            return null;
        }

        bool meetsItself = _metItself;
        _metItself = false;
        EquatableArray<ConstraintModel> constraints = ParseConstraints([member.Symbol], type, out ConstraintProblem? problem);
        if (problem is not null)
        {
            RefuseConstraint(member.Symbol.ContainingType, member.Symbol.Name, problem);
            return null;
        }

        AdviseOnMember(member.Symbol, null, type, constraints, meetsItself);

        return new ObjectMemberModel
        {
            Setter = member.Setter,
            MayHaveOwnValue = MayHaveOwnValue(member, owner),
            HasGetter = member.HasGetter,
            Omission = OmissionOf(member),
            Property = new PropertyModel
            {
                Name = member.Symbol.Name,
                WireName = WireName(member) ?? WireNames.ToCamelCase(member.Symbol.Name),
                Type = type,
                Description = Describe(member.Symbol, parameter: null, DocComment.None),
                IsRequired = member.Setter != MemberSetter.None
                    && (member.IsRequired || member.Symbol.HasAttribute(AttributeNames.JsonRequired) || (!type.IsNullable && !(IsKept(member) && HasInitializer(member)))),
                Constraints = constraints,
                NumberHandling = NumberHandlingOf(member.Symbol, owner),
            },
        };
    }

    /// <summary>What is only written is not held against anything, so its constraints need not fit either.</summary>
    private EquatableArray<ConstraintModel> ParseConstraints(IEnumerable<ISymbol?> symbols, TypeUse type, out ConstraintProblem? problem)
    {
        problem = null;
        return isWritten ? [] : ConstraintParser.Parse(symbols, _models[type.Key]!, out problem);
    }

    private void RefuseConstraint(INamedTypeSymbol type, string member, ConstraintProblem problem) => Refuse(
        type,
        $"the constraint of '{member}' doesn't fit: {problem.Text}",
        DiagnosticDescriptors.MemberConstraintIsUnfit,
        refuse is null || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly) ? null : Places.Attribute(problem.Attribute, type, cancellationToken));

    /// <summary>
    /// Whether leaving a member out may leave a value in it: its initializer's, or one that nobody can see from here, which a compiled
    /// type's initializer, or the code of a constructor, gave it.
    /// </summary>
    private bool MayHaveOwnValue(DataMember member, INamedTypeSymbol owner) =>
        IsKept(member) && (HasInitializer(member) || LevelsDownTo(member.Symbol.ContainingType, owner).Any(HasConstructorCode));

    /// <summary>A type and its bases as far as the one that declares a member: the constructors of all of them may set it.</summary>
    private static IEnumerable<ITypeSymbol> LevelsDownTo(INamedTypeSymbol declaring, INamedTypeSymbol owner)
    {
        foreach (ITypeSymbol level in owner.Levels())
        {
            yield return level;
            if (SymbolEqualityComparer.Default.Equals(level, declaring))
            {
                yield break;
            }
        }
    }

    private bool HasConstructorCode(ITypeSymbol level) =>
        level.DeclaringSyntaxReferences.IsEmpty
        || ((INamedTypeSymbol)level).InstanceConstructors.Any(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax));

    /// <summary>Whether what a member has of its own can stand: that of an init-only one is read from a fresh instance, where it can be read.</summary>
    private bool IsKept(DataMember member) => member.Setter != MemberSetter.Init || member.IsReadableFrom(assembly);

    /// <summary>Whether a member says what it is when it is left out; a compiled type doesn't show its initializers, but it can say by <c>[DefaultValue]</c> what they do.</summary>
    private bool HasInitializer(DataMember member)
    {
        if (member.Symbol.HasAttribute(AttributeNames.DefaultValue))
        {
            return true;
        }

        foreach (SyntaxReference reference in member.Symbol.DeclaringSyntaxReferences)
        {
            EqualsValueClauseSyntax? initializer = reference.GetSyntax(cancellationToken) switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                VariableDeclaratorSyntax field => field.Initializer,
                _ => null,
            };

            // `= null!` only quiets the compiler: taken for a value, it would hand null to code that was promised there is none.
            if (initializer is not null && !(member.Type.IsReferenceType && IsNull(initializer.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNull(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsNull(suppressed.Operand),
        ParenthesizedExpressionSyntax parenthesized => IsNull(parenthesized.Expression),
        CastExpressionSyntax cast => IsNull(cast.Expression),
        _ => value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.DefaultExpression,
    };
}
