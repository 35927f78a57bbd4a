using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Judges whether a type's own code could refuse values by throwing. Most types only keep what they are given, and those are
/// created without a guard around it.
/// </summary>
internal sealed partial class ConstructionCode(CancellationToken cancellationToken)
{
    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    /// <summary>The setters on the way, so that one that leads back to itself is met once.</summary>
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <param name="constructor">The constructor that is called; null for a struct's implicit one.</param>
    /// <param name="members">The members that are set besides.</param>
    public bool MayThrow(IMethodSymbol? constructor, IEnumerable<DataMember> members) =>
        (constructor is not null && MayThrow(constructor)) || members.Any(SetterMayThrow);

    private bool MayThrow(IMethodSymbol constructor)
    {
        // What runs without the values can't refuse them.
        if (constructor.Parameters.IsEmpty)
        {
            return false;
        }

        if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } syntax)
        {
            return true; // Compiled: its code can't be seen.
        }

        return syntax switch
        {
            TypeDeclarationSyntax declaration =>
                InitializersMayThrow(constructor)
                || BaseMayThrow(constructor.ContainingType)
                || declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().Any(type => !ArePassed(constructor, type.ArgumentList)) == true,
            ConstructorDeclarationSyntax declaration =>
                declaration.Initializer?.Kind() == SyntaxKind.ThisConstructorInitializer
                || (declaration.Initializer is { } initializer && (BaseMayThrow(constructor.ContainingType) || !ArePassed(constructor, initializer.ArgumentList)))
                || !OnlyKeeps(constructor, declaration.Body, declaration.ExpressionBody),
            _ => true,
        };
    }

    /// <summary>Whether an initializer does more with a primary constructor's parameter than keep it.</summary>
    private bool InitializersMayThrow(IMethodSymbol constructor)
    {
        var parameters = new HashSet<string>(constructor.Parameters.Select(static parameter => parameter.Name), StringComparer.Ordinal);
        return constructor.ContainingType.DeclaringSyntaxReferences
            .SelectMany(reference => ((TypeDeclarationSyntax)reference.GetSyntax(cancellationToken)).Members)
            .SelectMany(static member => member switch
            {
                PropertyDeclarationSyntax property => [(Name: property.Identifier.ValueText, property.Initializer)],
                FieldDeclarationSyntax field => field.Declaration.Variables.Select(static variable => (Name: variable.Identifier.ValueText, variable.Initializer)),
                _ => Enumerable.Empty<(string Name, EqualsValueClauseSyntax? Initializer)>(),
            })
            .Any(initialized => initialized.Initializer?.Value is { } value
                && value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => parameters.Contains(name.Identifier.ValueText))
                && !IsPassed(constructor, value, TypeOf(FindMember(constructor.ContainingType, initialized.Name))));
    }

    /// <summary>Which of the base's constructors is called isn't asked: none of them may throw.</summary>
    private bool BaseMayThrow(INamedTypeSymbol type) =>
        type is { IsValueType: false, BaseType: { SpecialType: not SpecialType.System_Object } baseType }
        && baseType.InstanceConstructors.Any(constructor => !TypeGraphParser.IsCopyConstructor(constructor) && MayThrow(constructor));

    private bool SetterMayThrow(DataMember member) =>
        member.Setter is MemberSetter.Set or MemberSetter.Init && member.Symbol is IPropertySymbol property && SetterMayThrow(property);

    private bool SetterMayThrow(IPropertySymbol property)
    {
        if (property.SetMethod is not { } setter)
        {
            return false;
        }

        if (setter.DeclaringSyntaxReferences.IsEmpty && property.DeclaringSyntaxReferences.IsEmpty)
        {
            return !setter.HasAttribute(CompilerGenerated);
        }

        // The part of a partial property that is looked at may not be the one with the code.
        return setter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is AccessorDeclarationSyntax accessor
            && ((accessor.Body is null && accessor.ExpressionBody is null)
                ? accessor.Parent?.Parent is PropertyDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                : !OnlyKeeps(setter, accessor.Body, accessor.ExpressionBody));
    }

    /// <summary>Whether code does nothing but put what it is given into members that keep it.</summary>
    private bool OnlyKeeps(IMethodSymbol method, BlockSyntax? body, ArrowExpressionClauseSyntax? expression)
    {
        if (!_open.Add(method))
        {
            return false;
        }

        bool keeps = body is null
            ? expression is not null && IsKeeping(method, expression.Expression)
            : body.Statements.All(statement => statement is ExpressionStatementSyntax { Expression: { } assignment } && IsKeeping(method, assignment));
        _open.Remove(method);
        return keeps;
    }

    private bool IsKeeping(IMethodSymbol method, ExpressionSyntax expression)
    {
        if (expression is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
        {
            return false;
        }

        string? name = assignment.Left switch
        {
            IdentifierNameSyntax left when !method.Parameters.Any(parameter => parameter.Name == left.Identifier.ValueText) => left.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } left => left.Name.Identifier.ValueText,
            _ => null,
        };
        ISymbol? target = name is null ? null : FindMember(method.ContainingType, name);

        // A property that can be overridden may be set by code that isn't seen here.
        return target is IFieldSymbol or IPropertySymbol { IsVirtual: false, IsAbstract: false, IsOverride: false }
            && IsPassed(method, assignment.Right, TypeOf(target))
            && !(target is IPropertySymbol property && SetterMayThrow(property));
    }
}
