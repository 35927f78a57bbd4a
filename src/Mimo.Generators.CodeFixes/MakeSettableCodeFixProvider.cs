using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO007: lets a property be set when its object is created, or says that it is no data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeSettableCodeFixProvider))]
[Shared]
public sealed class MakeSettableCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.MemberCannotBeSet.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<PropertyDeclarationSyntax>() is not { AccessorList: not null } property)
        {
            yield break;
        }

        // A private setter may be in use.
        var init = new Edit(context.Document, property, static (node, _) => AddInit((PropertyDeclarationSyntax)node));
        if (Trial.Compiles(context, [init]))
        {
            yield return new Repair("Add 'init'", "MakeInit", init);
        }

        if (context.SemanticModel.Compilation.GetTypeByMetadataName(AttributeNames.JsonIgnore) is { } ignore)
        {
            yield return new Repair("Mark with [JsonIgnore]", "Ignore", new Edit(context.Document, property, (node, generator) => Syntaxes.AddAttribute(generator, node, ignore)));
        }
    }

    private static PropertyDeclarationSyntax AddInit(PropertyDeclarationSyntax property)
    {
        AccessorListSyntax accessors = property.AccessorList!;
        AccessorDeclarationSyntax init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(SyntaxFactory.Space);
        IEnumerable<AccessorDeclarationSyntax> kept = accessors.Accessors.Where(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)).Append(init);
        return property.WithAccessorList(accessors.WithAccessors(SyntaxFactory.List(kept)));
    }
}
