using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO025, and MIMO004 where the type may well be a service: has a container supply the parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FromServicesCodeFixProvider))]
[Shared]
public sealed class FromServicesCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.ServiceIsShown.Id,
        DiagnosticDescriptors.TypeHasNoJsonForm.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        // Only the parameter itself can be supplied, or all services of a kind: one inside a record can't, and neither can a prompt's parameter.
        if (context.Find<ParameterSyntax>() is { Type: { } written, Parent.Parent: MethodDeclarationSyntax } parameter
            && Supplied(written is NullableTypeSyntax nullable ? nullable.ElementType : written).Span == context.Diagnostic.Location.SourceSpan
            && context.SemanticModel.GetDeclaredSymbol(parameter, context.CancellationToken) is { ContainingSymbol: IMethodSymbol method } symbol
            && method.HasAttribute(AttributeNames.MimoTool)
            && (context.Diagnostic.Id == DiagnosticDescriptors.ServiceIsShown.Id || symbol.Type.TypeKind == TypeKind.Delegate)
            && context.SemanticModel.Compilation.GetTypeByMetadataName(AttributeNames.MimoFromServices) is { } attribute)
        {
            yield return new Repair(
                $"Take '{parameter.Identifier.Text}' from services",
                "FromServices",
                new Edit(context.Document, parameter, (node, generator) => Syntaxes.AddAttribute(generator, node, attribute)));
        }
    }

    /// <summary>The service that a type asks for: a container gives <c>IEnumerable&lt;T&gt;</c> as all that it has of one.</summary>
    private static TypeSyntax Supplied(TypeSyntax written) =>
        written is GenericNameSyntax { Identifier.ValueText: "IEnumerable", TypeArgumentList.Arguments: [var service] } ? service : written;
}
