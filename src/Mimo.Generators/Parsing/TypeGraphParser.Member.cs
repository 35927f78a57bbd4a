using Microsoft.CodeAnalysis;
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

    private static ExtensionDataModel? ParseExtensionData(DataMember member, bool isGiven)
    {
        if ((member.Setter == MemberSetter.None && !isGiven) || member.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        string syntax = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToSyntax();
        switch (type.QualifiedName())
        {
            case "System.Text.Json.Nodes.JsonObject":
                return new ExtensionDataModel(member.Symbol.Name, syntax, syntax, "global::System.Text.Json.Nodes.JsonNode?", member.Setter);
            case Generic + "Dictionary" or Generic + "IDictionary" when type.TypeArguments[0].SpecialType == SpecialType.System_String
                && (type.TypeArguments[1].SpecialType == SpecialType.System_Object || type.TypeArguments[1].QualifiedName() == "System.Text.Json.JsonElement"):
                return new ExtensionDataModel(member.Symbol.Name, syntax, $"global::{Generic}Dictionary<string, {type.TypeArguments[1].ToSyntax()}>", type.TypeArguments[1].ToSyntax(), member.Setter);
            default:
                return null;
        }
    }

    private ObjectMemberModel? ParseConstructorMember(IParameterSymbol parameter, DataMember? member, DocComment comment)
    {
        if (ParseMember(parameter.Type, member?.Symbol, parameter.OriginalDefinition.Type is ITypeParameterSymbol) is not { } type)
        {
            return null;
        }

        bool meetsItself = _metItself;
        _metItself = false;
        EquatableArray<ConstraintModel> constraints = ConstraintParser.Parse([parameter, member?.Symbol], _models[type.Key]!, out ConstraintProblem? problem);
        if (problem is not null)
        {
            RefuseConstraint(parameter.ContainingType, parameter.Name, problem);
            return null;
        }

        DefaultValue? defaultValue = DefaultValueParser.Parse(parameter, _models[type.Key]);
        if (!isWritten && DefaultValueCheck.FindConflict(parameter, defaultValue, constraints) is { } conflict)
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
                NumberHandling = NumberHandlingOf(member?.Symbol),
                DefaultSyntax = defaultValue?.Syntax,
                DefaultJson = defaultValue?.Json,
            },
        };
    }

    private ObjectMemberModel? ParseDataMember(DataMember member)
    {
        if (ParseMember(member.Type, member.Symbol, member.IsTypeArgument) is not { } type)
        {
            return null;
        }

        bool meetsItself = _metItself;
        _metItself = false;
        EquatableArray<ConstraintModel> constraints = ConstraintParser.Parse([member.Symbol], _models[type.Key]!, out ConstraintProblem? problem);
        if (problem is not null)
        {
            RefuseConstraint(member.Symbol.ContainingType, member.Symbol.Name, problem);
            return null;
        }

        if (member.Setter == MemberSetter.None)
        {
            if (!member.IsIgnoredWhenReading)
            {
                AdviseOnUnsettable(member.Symbol);
            }
        }
        else
        {
            AdviseOnMember(member.Symbol, null, type, constraints, meetsItself);
        }

        // A compiled type doesn't show its initializers, but it can say what they do.
        bool hasInitializer = HasInitializer(member.Symbol) || member.Symbol.HasAttribute(AttributeNames.DefaultValue);

        // What an init-only member has of its own is read from a fresh instance, where it can be read.
        bool isKept = member.Setter != MemberSetter.Init || member.IsReadableFrom(assembly);
        hasInitializer &= isKept;
        return new ObjectMemberModel
        {
            Setter = member.Setter,
            MayHaveOwnValue = hasInitializer || (isKept && MaySetItself(member.Symbol)),
            HasGetter = member.HasGetter,
            Omission = OmissionOf(member),
            Property = new PropertyModel
            {
                Name = member.Symbol.Name,
                WireName = WireName(member) ?? WireNames.ToCamelCase(member.Symbol.Name),
                Type = type,
                Description = Describe(member.Symbol, parameter: null, DocComment.None),
                IsRequired = member.Setter != MemberSetter.None
                    && (member.IsRequired || member.Symbol.HasAttribute(AttributeNames.JsonRequired) || (!type.IsNullable && !hasInitializer)),
                Constraints = constraints,
                NumberHandling = NumberHandlingOf(member.Symbol),
            },
        };
    }

    private void RefuseConstraint(INamedTypeSymbol type, string member, ConstraintProblem problem) => Refuse(
        type,
        $"the constraint of '{member}' doesn't fit: {problem.Text}",
        DiagnosticDescriptors.MemberConstraintIsUnfit,
        refuse is null || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly) ? null : Places.Attribute(problem.Attribute, type, cancellationToken));

    /// <summary>
    /// Whether leaving a member out may leave a value in it that nobody can see from here: one that a compiled type's initializer, or
    /// the code of a constructor, gave it.
    /// </summary>
    private static bool MaySetItself(ISymbol member) =>
        member.DeclaringSyntaxReferences.IsEmpty
        || member.ContainingType.InstanceConstructors.Any(static constructor => constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is ConstructorDeclarationSyntax));

    private bool HasInitializer(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { Initializer: not null } or VariableDeclaratorSyntax { Initializer: not null })
            {
                return true;
            }
        }

        return false;
    }

    private static string? WireName(DataMember? member) =>
        member?.Symbol.FindAttribute(AttributeNames.JsonPropertyName) is { ConstructorArguments: [{ Value: string name }] } ? name : null;
}
