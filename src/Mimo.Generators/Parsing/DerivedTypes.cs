using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Parsing;

/// <summary>Finds out which type a project's class stands for among those that derive from another type.</summary>
internal static class DerivedTypes
{
    /// <summary>The type that a class as declared stands for among those derived from a base: itself, or if it is generic the one whose type arguments follow from the base's.</summary>
    /// <param name="declared">The class.</param>
    /// <param name="type">The base.</param>
    /// <param name="isOpen">Whether type arguments are left that nothing says, so that there may be any number of types.</param>
    /// <returns>Null if it stands for none.</returns>
    public static INamedTypeSymbol? Close(INamedTypeSymbol declared, INamedTypeSymbol type, out bool isOpen)
    {
        isOpen = false;
        if (!declared.IsGenericType)
        {
            return declared.IsOrDerivesFrom(type) ? declared : null;
        }

        var arguments = new Dictionary<ISymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        INamedTypeSymbol? pattern = declared.Levels().OfType<INamedTypeSymbol>().Concat(declared.AllInterfaces).FirstOrDefault(known => SymbolEqualityComparer.Default.Equals(known.OriginalDefinition, type.OriginalDefinition));
        if (pattern is null || !Fits(pattern, type, arguments))
        {
            return null;
        }

        List<ITypeParameterSymbol> parameters = declared.Containers().SelectMany(static container => container.TypeParameters).ToList();
        isOpen = parameters.Any(parameter => !arguments.ContainsKey(parameter));
        return isOpen || !parameters.All(parameter => Keeps(arguments[parameter], parameter, arguments)) ? null : Construct(declared, arguments);
    }

    /// <summary>Whether a type is what a pattern says, with what it has in the place of type parameters.</summary>
    private static bool Fits(ITypeSymbol pattern, ITypeSymbol type, Dictionary<ISymbol, ITypeSymbol> arguments)
    {
        switch (pattern, type)
        {
            case (ITypeParameterSymbol parameter, _) when arguments.TryGetValue(parameter, out ITypeSymbol? known):
                return SymbolEqualityComparer.Default.Equals(known, type);
            case (ITypeParameterSymbol parameter, _):
                arguments.Add(parameter, type);
                return true;
            case (IArrayTypeSymbol one, IArrayTypeSymbol other):
                return one.Rank == other.Rank && Fits(one.ElementType, other.ElementType, arguments);
            case (INamedTypeSymbol one, INamedTypeSymbol other) when SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition):
                return one.TypeArguments.Zip(other.TypeArguments, (left, right) => Fits(left, right, arguments)).All(static fits => fits)
                    && (one.ContainingType is not { } outer || Fits(outer, other.ContainingType, arguments));
            default:
                return SymbolEqualityComparer.Default.Equals(pattern, type);
        }
    }

    /// <summary>Whether a type may stand for a parameter; where a base type's arguments could not, there is no such derived type.</summary>
    private static bool Keeps(ITypeSymbol argument, ITypeParameterSymbol parameter, Dictionary<ISymbol, ITypeSymbol> arguments)
    {
        bool isNullableValue = argument.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        bool mayBeNull = isNullableValue || argument is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated };
        return !(parameter.HasReferenceTypeConstraint && !argument.IsReferenceType)
            && !(parameter.HasValueTypeConstraint && (!argument.IsValueType || isNullableValue))
            && !(parameter.HasUnmanagedTypeConstraint && !argument.IsUnmanagedType)
            && !(parameter.HasNotNullConstraint && mayBeNull)
            && !(parameter.HasConstructorConstraint && !CanBeCreated(argument))
            && parameter.ConstraintTypes.All(constraint => IsOf(argument, constraint, parameter, arguments));
    }

    /// <summary>Whether <c>new T()</c> is possible for a type.</summary>
    private static bool CanBeCreated(ITypeSymbol type) =>
        type.IsValueType
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } named
            && named.InstanceConstructors.FirstOrDefault(static constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public }) is { } constructor
            && (constructor.HasAttribute(AttributeNames.SetsRequiredMembers)
                || !named.Levels().SelectMany(static level => level.GetMembers()).Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })));

    /// <summary>Whether a type is what a constraint asks for, as the compiler would judge it: without conversions that make another value.</summary>
    private static bool IsOf(ITypeSymbol argument, ITypeSymbol constraint, ITypeParameterSymbol parameter, Dictionary<ISymbol, ITypeSymbol> arguments)
    {
        if (parameter.ContainingAssembly is not ISourceAssemblySymbol { Compilation: { } compilation })
        {
            return true;
        }

        Conversion conversion = compilation.ClassifyConversion(argument, Substitute(constraint, arguments, compilation));
        return conversion.IsIdentity
            || (conversion is { IsImplicit: true, IsUserDefined: false }
                && (conversion.IsReference || (conversion.IsBoxing && argument.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)));
    }

    private static ITypeSymbol Substitute(ITypeSymbol type, Dictionary<ISymbol, ITypeSymbol> arguments, Compilation compilation)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return arguments.TryGetValue(parameter, out ITypeSymbol? argument) ? argument : parameter;
            case IArrayTypeSymbol array:
                return compilation.CreateArrayTypeSymbol(Substitute(array.ElementType, arguments, compilation), array.Rank);
            case INamedTypeSymbol { IsGenericType: true } named:
                INamedTypeSymbol open = named.ContainingType is { IsGenericType: true } container
                    ? ((INamedTypeSymbol)Substitute(container, arguments, compilation)).GetTypeMembers(named.Name, named.Arity)[0]
                    : named.OriginalDefinition;
                return named.Arity == 0 ? open : open.Construct(named.TypeArguments.Select(argument => Substitute(argument, arguments, compilation)).ToArray());
            default:
                return type;
        }
    }

    private static INamedTypeSymbol Construct(INamedTypeSymbol declared, Dictionary<ISymbol, ITypeSymbol> arguments)
    {
        INamedTypeSymbol type = declared.ContainingType is { IsGenericType: true } container
            ? Construct(container, arguments).GetTypeMembers(declared.Name, declared.Arity)[0]
            : declared;
        return declared.Arity == 0 ? type : type.Construct(declared.TypeParameters.Select(parameter => arguments[parameter]).ToArray());
    }
}
