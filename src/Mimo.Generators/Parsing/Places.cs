using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>Finds the narrowest place to report on: the token to change rather than the declaration it is in.</summary>
/// <remarks>Only who reports needs places; the generator never comes here.</remarks>
internal static class Places
{
    /// <summary><c>ref</c>, <c>out</c>, <c>in</c> or <c>ref readonly</c> of a parameter.</summary>
    public static Location Modifier(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (Syntax(parameter, cancellationToken) is { } syntax)
        {
            SyntaxToken[] modifiers = syntax.Modifiers.Where(static token => token.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword).ToArray();
            if (modifiers.Length > 0)
            {
                return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(modifiers[0].SpanStart, modifiers[modifiers.Length - 1].Span.End));
            }
        }

        return Of(parameter);
    }

    /// <summary>Where a parameter's type is written, or the part of it that is meant: <c>Type</c> in <c>List&lt;Type&gt;</c>.</summary>
    public static Location Type(IParameterSymbol parameter, ITypeSymbol? part, CancellationToken cancellationToken) =>
        Syntax(parameter, cancellationToken)?.Type is { } type ? Part(type, parameter.Type, part).GetLocation() : Of(parameter);

    /// <summary>Where a method's return type is written, or the part of it that is meant.</summary>
    public static Location ReturnType(IMethodSymbol method, ITypeSymbol? part, CancellationToken cancellationToken) =>
        Syntax(method, cancellationToken) is MethodDeclarationSyntax { ReturnType: { } type } ? Part(type, method.ReturnType, part).GetLocation() : Of(method);

    /// <summary>A parameter's default value.</summary>
    public static Location Default(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        Syntax(parameter, cancellationToken)?.Default?.Value.GetLocation() ?? Of(parameter);

    /// <summary>An attribute, without its brackets and neighbours.</summary>
    public static Location Attribute(AttributeData attribute, ISymbol owner, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? Of(owner);

    /// <summary>The first argument of an attribute that has no name.</summary>
    public static Location FirstArgument(AttributeData attribute, ISymbol owner, CancellationToken cancellationToken) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null)?.Expression.GetLocation()
        ?? Attribute(attribute, owner, cancellationToken);

    /// <summary>The value of an attribute's argument of that name.</summary>
    public static Location NamedArgument(AttributeData attribute, string name, ISymbol owner, CancellationToken cancellationToken) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression.GetLocation()
        ?? Attribute(attribute, owner, cancellationToken);

    /// <summary>The <c>typeof</c> of a type among an attribute's arguments; the last one, if it is there twice.</summary>
    public static Location TypeOf(AttributeData attribute, ITypeSymbol type, ISymbol owner, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).DescendantNodes().OfType<TypeOfExpressionSyntax>()
            .LastOrDefault(expression => expression.Type is PredefinedTypeSyntax keyword ? keyword.Keyword.ValueText == type.ToDisplayString() : NameOf(expression.Type) == type.Name)?.GetLocation()
        ?? Attribute(attribute, owner, cancellationToken);

    private static string? NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The list of type parameters that makes a type or method generic.</summary>
    public static Location TypeParameters(ISymbol symbol, CancellationToken cancellationToken) => Syntax(symbol, cancellationToken) switch
    {
        MethodDeclarationSyntax { TypeParameterList: { } list } => list.GetLocation(),
        TypeDeclarationSyntax { TypeParameterList: { } list } => list.GetLocation(),
        _ => Of(symbol),
    };

    /// <summary>A symbol's name where it is declared.</summary>
    public static Location Of(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;

    /// <summary>
    /// Where a repair has to begin if that isn't where the diagnostic stands: the declaration of a type or member of this very
    /// project. What other projects declare is not ours to point at or change.
    /// </summary>
    public static ImmutableArray<Location> Declaration(ISymbol? symbol, IAssemblySymbol assembly) =>
        symbol is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly) && symbol.Locations.FirstOrDefault() is { IsInSource: true } location
            ? ImmutableArray.Create(location)
            : ImmutableArray<Location>.Empty;

    private static ParameterSyntax? Syntax(IParameterSymbol parameter, CancellationToken cancellationToken) => Syntax((ISymbol)parameter, cancellationToken) as ParameterSyntax;

    private static SyntaxNode? Syntax(ISymbol symbol, CancellationToken cancellationToken) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);

    /// <summary>Walks type and syntax side by side. A name that is an alias has no parts to see; it stands for all of them.</summary>
    private static TypeSyntax Part(TypeSyntax syntax, ITypeSymbol type, ITypeSymbol? part) => part is null ? syntax : Find(syntax, type, part) ?? syntax;

    private static TypeSyntax? Find(TypeSyntax syntax, ITypeSymbol type, ITypeSymbol part)
    {
        if (syntax is NullableTypeSyntax nullable)
        {
            // Comparing symbols passes over the question mark, which is no part of what is refused.
            return Find(nullable.ElementType, type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } value ? value.TypeArguments[0] : type, part);
        }

        if (SymbolEqualityComparer.Default.Equals(type, part))
        {
            return syntax;
        }

        switch (syntax, type)
        {
            case (ArrayTypeSyntax { RankSpecifiers.Count: 1 } array, IArrayTypeSymbol items):
                return Find(array.ElementType, items.ElementType, part);
            case (ArrayTypeSyntax array, IArrayTypeSymbol items):
                // int[][,] is one node; what its items are is to be seen only at the innermost level.
                ITypeSymbol innermost = items;
                while (innermost is IArrayTypeSymbol inner)
                {
                    innermost = inner.ElementType;
                }

                return Find(array.ElementType, innermost, part);
            case (QualifiedNameSyntax name, _):
                return Find(name.Right, type, part);
            case (AliasQualifiedNameSyntax name, _):
                return Find(name.Name, type, part);
            case (GenericNameSyntax generic, INamedTypeSymbol named) when generic.TypeArgumentList.Arguments.Count == named.TypeArguments.Length:
                for (int index = 0; index < named.TypeArguments.Length; index++)
                {
                    if (Find(generic.TypeArgumentList.Arguments[index], named.TypeArguments[index], part) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
