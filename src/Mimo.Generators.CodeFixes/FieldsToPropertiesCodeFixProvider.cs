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
    private protected override async Task<IEnumerable<Repair>> FindRepairsAsync(RepairContext context)
    {
        if (context.Diagnostic.AdditionalLocations is not [{ } declared]
            || context.FindElsewhere(declared) is not ({ } document, TypeDeclarationSyntax type)
            || type.Members.Where(IsPublicField).Cast<FieldDeclarationSyntax>().ToList() is not { Count: > 0 } fields
            || fields.Any(static field => field.Modifiers.Any(SyntaxKind.VolatileKeyword)))
        {
            return [];
        }

        var edit = new Edit(document, type, static (node, _) => MakeProperties((TypeDeclarationSyntax)node), "fields");
        return await CanBePropertiesAsync(fields, edit, context).ConfigureAwait(false)
            ? [new Repair($"Make properties of the fields of '{type.Identifier.Text}'", "FieldsToProperties", edit)]
            : [];
    }

    /// <summary>Whether all that uses the fields could use properties.</summary>
    private static async Task<bool> CanBePropertiesAsync(IEnumerable<FieldDeclarationSyntax> fields, Edit edit, RepairContext context)
    {
        var trees = new HashSet<SyntaxTree> { edit.Node.SyntaxTree };
        SemanticModel declaring = (await edit.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (VariableDeclaratorSyntax field in fields.SelectMany(static field => field.Declaration.Variables))
        {
            if (declaring.GetDeclaredSymbol(field, context.CancellationToken) is not { } symbol)
            {
                return false;
            }

            Uses uses = await Uses.FindAsync(symbol, context).ConfigureAwait(false);
            foreach (Use use in uses.References.Where(static use => use.Expression is not null))
            {
                SemanticModel model = (await use.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
                if (VariableUse.NeedsVariable(use.Expression!, model, context.CancellationToken))
                {
                    return false;
                }

                if (use.Document.Project.Id == edit.Document.Project.Id)
                {
                    trees.Add(model.SyntaxTree);
                }
            }
        }

        return Trial.Compiles(declaring.Compilation, [edit], trees, context.CancellationToken);
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
