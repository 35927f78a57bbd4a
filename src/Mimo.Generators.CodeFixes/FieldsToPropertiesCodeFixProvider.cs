using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO006 for a type whose data is in public fields: makes properties of them, of the same names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FieldsToPropertiesCodeFixProvider))]
[Shared]
public sealed class FieldsToPropertiesCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ShapeIsLost.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Diagnostic.AdditionalLocations is [{ } declared]
            && context.FindElsewhere(declared) is ({ } document, TypeDeclarationSyntax type)
            && type.Members.Any(IsPublicField))
        {
            yield return new Repair(
                $"Make properties of the fields of '{type.Identifier.Text}'",
                "FieldsToProperties",
                new Edit(document, type, static (node, _) => MakeProperties((TypeDeclarationSyntax)node), "fields"));
        }
    }

    private static TypeDeclarationSyntax MakeProperties(TypeDeclarationSyntax type) => type.WithMembers(SyntaxFactory.List(type.Members.SelectMany(static member =>
        member is FieldDeclarationSyntax field && IsPublicField(field) ? Properties(field) : [member])));

    private static IEnumerable<MemberDeclarationSyntax> Properties(FieldDeclarationSyntax field)
    {
        string accessors = field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) ? "{ get; init; }" : "{ get; set; }";
        IEnumerable<string> modifiers = field.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.ReadOnlyKeyword)).Select(static modifier => modifier.Text);
        bool isFirst = true;
        foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
        {
            string initializer = variable.Initializer is null ? "" : $" {variable.Initializer};";
            string attributes = string.Concat(field.AttributeLists.Select(static list => list.ToString() + " "));
            MemberDeclarationSyntax property = SyntaxFactory.ParseMemberDeclaration(
                $"{attributes}{string.Join(" ", modifiers)} {field.Declaration.Type} {variable.Identifier.Text} {accessors}{initializer}")!;
            yield return property
                .WithLeadingTrivia(isFirst ? field.GetLeadingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.ElasticMarker))
                .WithTrailingTrivia(field.GetTrailingTrivia())
                .WithAdditionalAnnotations(Formatter.Annotation);
            isFirst = false;
        }
    }

    private static bool IsPublicField(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax field
        && field.Modifiers.Any(SyntaxKind.PublicKeyword)
        && !field.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword or SyntaxKind.FixedKeyword);
}
