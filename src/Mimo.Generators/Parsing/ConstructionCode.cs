using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Judges whether a type's own code could refuse values by throwing. Most types only keep what they are given, and those are
/// created without a guard around it.
/// </summary>
internal sealed class ConstructionCode(CancellationToken cancellationToken)
{
    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

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
                || declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().Any(static type => !ArePlain(type.ArgumentList)) == true,
            ConstructorDeclarationSyntax declaration =>
                declaration.Initializer?.Kind() == SyntaxKind.ThisConstructorInitializer
                || (declaration.Initializer is { } initializer && (BaseMayThrow(constructor.ContainingType) || !ArePlain(initializer.ArgumentList)))
                || !OnlyKeeps(declaration.Body, declaration.ExpressionBody),
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
                PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
                FieldDeclarationSyntax field => field.Declaration.Variables.Select(static variable => variable.Initializer).OfType<EqualsValueClauseSyntax>(),
                _ => Enumerable.Empty<EqualsValueClauseSyntax>(),
            })
            .Any(initializer => !IsPlain(initializer.Value)
                && initializer.Value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => parameters.Contains(name.Identifier.ValueText)));
    }

    /// <summary>Which of the base's constructors is called isn't asked: none of them may throw.</summary>
    private bool BaseMayThrow(INamedTypeSymbol type) =>
        type is { IsValueType: false, BaseType: { SpecialType: not SpecialType.System_Object } baseType }
        && baseType.InstanceConstructors.Any(constructor => !TypeGraphParser.IsCopyConstructor(constructor) && MayThrow(constructor));

    private bool SetterMayThrow(DataMember member)
    {
        if (member.Setter is not (MemberSetter.Set or MemberSetter.Init) || member.Symbol is not IPropertySymbol { SetMethod: { } setter } property)
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
                : !OnlyKeeps(accessor.Body, accessor.ExpressionBody));
    }

    /// <summary>Whether code does nothing but assign one name to another.</summary>
    private static bool OnlyKeeps(BlockSyntax? body, ArrowExpressionClauseSyntax? expression) => body is null
        ? expression is not null && IsKeeping(expression.Expression)
        : body.Statements.All(static statement => statement is ExpressionStatementSyntax { Expression: { } assignment } && IsKeeping(assignment));

    private static bool IsKeeping(ExpressionSyntax expression) => expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
        && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && IsPlain(assignment.Right);

    private static bool ArePlain(ArgumentListSyntax arguments) => arguments.Arguments.All(static argument => IsPlain(argument.Expression));

    private static bool IsPlain(ExpressionSyntax expression) => expression is IdentifierNameSyntax or LiteralExpressionSyntax;
}
