using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO005: names the types of the project that derive from an interface or abstract class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDerivedTypesCodeFixProvider))]
[Shared]
public sealed class AddDerivedTypesCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.TypeIsAbstract.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        Compilation compilation = context.SemanticModel.Compilation;
        if (context.Diagnostic.AdditionalLocations is not [{ } declared]
            || context.FindElsewhere(declared) is not ({ } document, TypeDeclarationSyntax declaration)
            || compilation.GetTypeByMetadataName(AttributeNames.JsonDerivedType) is not { } attribute)
        {
            yield break;
        }

        INamedTypeSymbol? type = compilation.Assembly.GlobalNamespace.AllTypes()
            .FirstOrDefault(candidate => candidate.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == declaration.SyntaxTree && reference.Span == declaration.Span));
        if (type is null)
        {
            yield break;
        }

        List<INamedTypeSymbol> derived = compilation.Assembly.GlobalNamespace.AllTypes()
            .Where(candidate => candidate is { IsAbstract: false, IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct } && candidate.IsOrDerivesFrom(type) && candidate.IsAccessibleInAssembly(compilation.Assembly))
            .OrderBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .ToList();
        yield return new Repair($"Name the types that derive from '{type.Name}'", "AddDerivedTypes", derived
            .Select(candidate => new Edit(
                document,
                declaration,
                (node, generator) => Syntaxes.AddAttribute(
                    generator,
                    node,
                    attribute,
                    SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(Syntaxes.Type(generator, candidate))),
                    Syntaxes.Argument(candidate.Name)),
                candidate.ToDisplayString()))
            .ToImmutableArray());
    }
}
