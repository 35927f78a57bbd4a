using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mimo.Generators.Parsing;

/// <content>Whether values arrive as they are: a conversion on the way is a type's own code too.</content>
internal sealed partial class ConstructionCode
{
    /// <summary>Whether the base's constructors, all that could be meant, are handed nothing but what is there already.</summary>
    private static bool ArePassed(IMethodSymbol constructor, ArgumentListSyntax list)
    {
        ImmutableArray<IMethodSymbol> called = constructor.ContainingType.BaseType?.InstanceConstructors ?? ImmutableArray<IMethodSymbol>.Empty;
        for (int index = 0; index < list.Arguments.Count; index++)
        {
            ArgumentSyntax argument = list.Arguments[index];
            List<IParameterSymbol> parameters = called
                .Where(static candidate => !TypeGraphParser.IsCopyConstructor(candidate))
                .Select(candidate => argument.NameColon is { } name
                    ? candidate.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)
                    : candidate.Parameters.ElementAtOrDefault(index))
                .OfType<IParameterSymbol>()
                .ToList();
            if (parameters.Count == 0 || !parameters.TrueForAll(parameter => IsPassed(constructor, argument.Expression, parameter.Type)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an expression is a literal, parameter or field, and becomes a type without code that could throw.</summary>
    private static bool IsPassed(IMethodSymbol method, ExpressionSyntax expression, ITypeSymbol? target)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal when target is not null:
                return literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression || ValueOf(target).SpecialType != SpecialType.None;
            case IdentifierNameSyntax name when target is not null:
                string identifier = name.Identifier.ValueText;
                ITypeSymbol? source = method.Parameters.FirstOrDefault(parameter => parameter.Name == identifier)?.Type
                    ?? (FindMember(method.ContainingType, identifier) as IFieldSymbol)?.Type;
                return source is not null && Becomes(source, target);
            default:
                return false;
        }
    }

    /// <summary>Whether every value of a type becomes one of another by the language's own rules, none of which throws.</summary>
    private static bool Becomes(ITypeSymbol source, ITypeSymbol target)
    {
        for (ITypeSymbol? current = source; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, target))
            {
                return true;
            }
        }

        return target.TypeKind == TypeKind.Interface
            || SymbolEqualityComparer.Default.Equals(source, ValueOf(target))
            || (IsPrimitive(ValueOf(source)) && IsPrimitive(ValueOf(target)));
    }

    private static ITypeSymbol ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsPrimitive(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double;

    private static ITypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static ISymbol? FindMember(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol) is { } member)
            {
                return member;
            }
        }

        return null;
    }
}
