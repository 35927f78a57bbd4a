using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <content>
/// What is worth saying about members of accepted types. It is said where the member is declared, and only in the project that is
/// compiled: nobody can change what another one declares.
/// </content>
internal sealed partial class TypeGraphParser
{
    /// <param name="member">The member, or a constructor's parameter that has none.</param>
    /// <param name="parameter">The constructor's parameter that sets it, if one does.</param>
    /// <param name="type">Its type.</param>
    /// <param name="constraints">Its constraints.</param>
    /// <param name="meetsItself">Whether its type leads back to the one that it is in.</param>
    private void AdviseOnMember(ISymbol member, IParameterSymbol? parameter, TypeUse type, EquatableArray<ConstraintModel> constraints, bool meetsItself)
    {
        if (advise is null || !IsHere(member))
        {
            return;
        }

        // A record's property and its parameter are declared in one place.
        ISymbol declared = parameter ?? member;
        string name = $"{member.ContainingType?.Name}.{member.Name}";
        DocCommentAdvice.CheckMember(member, parameter, advise, cancellationToken);
        TypeModel model = Model(type);
        bool isRead = model is not ConverterModel;
        ValueAdvice.Check(declared, name, model, constraints, advise, cancellationToken);
        ValueAdvice.CheckPattern(declared, name, constraints, advise, cancellationToken);
        ValueAdvice.CheckIdle(declared, name, isRead, advise, cancellationToken);
        if (!SymbolEqualityComparer.Default.Equals(declared, member))
        {
            ValueAdvice.CheckPattern(member, name, constraints, advise, cancellationToken);
            ValueAdvice.CheckIdle(member, name, isRead, advise, cancellationToken);
        }

        if (meetsItself && !constraints.Any(static constraint => constraint.Kind is ConstraintKind.ItemCount or ConstraintKind.EntryCount && constraint.Maximum is not null))
        {
            advise(Diagnostic.Create(DiagnosticDescriptors.RecursionHasNoBound, Places.Of(declared), name, member.ContainingType?.Name));
        }
    }

    private void AdviseOnComment(INamedTypeSymbol type, DocComment comment, IMethodSymbol? constructor)
    {
        if (advise is not null && IsHere(type))
        {
            DocCommentAdvice.CheckType(type, comment, constructor, advise, cancellationToken);
            ValueAdvice.CheckIdle(type, type.Name, isRead: true, advise, cancellationToken);
        }
    }

    private void AdviseOnComments(INamedTypeSymbol enumeration, IEnumerable<IFieldSymbol> members)
    {
        AdviseOnComment(enumeration, DocCommentParser.Parse(enumeration, cancellationToken), constructor: null);
        if (advise is not null && IsHere(enumeration))
        {
            foreach (IFieldSymbol member in members)
            {
                DocCommentAdvice.CheckMember(member, parameter: null, advise, cancellationToken);
            }
        }
    }

    /// <summary>A property that looks like data but that nothing can set; what computes its value is no data, and nobody expects it to be.</summary>
    private void AdviseOnUnsettable(ISymbol member)
    {
        if (advise is not null
            && IsHere(member)
            && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors }
            && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }))
        {
            advise(Diagnostic.Create(DiagnosticDescriptors.MemberCannotBeSet, Places.Of(member), $"{member.ContainingType.Name}.{member.Name}"));
        }
    }

    private bool IsHere(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly) && symbol.Locations.FirstOrDefault() is { IsInSource: true };
}
