using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO015: turns bounds around that are the wrong way round, and removes a constraint that fits nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstraintCodeFixProvider))]
[Shared]
public sealed class ConstraintCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ConstraintIsUnfit.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        // One that is only told of as idle may be meant for others that read the type.
        if (context.Diagnostic.DefaultSeverity != DiagnosticSeverity.Error)
        {
            yield break;
        }

        // Of a type's member the parameter that leads there is told; the attribute is where the type is declared.
        (Document Document, SyntaxNode Node)? place = context.Find<AttributeSyntax>() is { } own ? (context.Document, own)
            : context.Diagnostic.AdditionalLocations is [{ } declared] ? context.FindElsewhere(declared)
            : null;
        if (place is not var (document, node) || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            yield break;
        }

        if (FindInverted(attribute, context) is var (first, second))
        {
            yield return new Repair(
                $"Turn the bounds around: {second} to {first}",
                "SwapBounds",
                new Edit(document, first, (_, _) => second.WithTriviaFrom(first)),
                new Edit(document, second, (_, _) => first.WithTriviaFrom(second)));
        }
        else
        {
            yield return new Repair($"Remove [{attribute.Name}]", "RemoveConstraint", Syntaxes.RemoveAttribute(document, attribute));
        }
    }

    private static (ExpressionSyntax First, ExpressionSyntax Second)? FindInverted(AttributeSyntax attribute, RepairContext context)
    {
        SemanticModel model = context.SemanticModel.SyntaxTree == attribute.SyntaxTree ? context.SemanticModel : context.SemanticModel.Compilation.GetSemanticModel(attribute.SyntaxTree);
        ExpressionSyntax[] bounds = attribute.ArgumentList?.Arguments
            .Where(static argument => argument.Expression is not TypeOfExpressionSyntax && argument.NameEquals?.Name.Identifier.ValueText is null or "MinimumLength")
            .Select(static argument => argument.Expression).ToArray() ?? [];

        // [StringLength] has its maximum first.
        bool isTurned = attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "MinimumLength") == true;
        return bounds.Length == 2
            && Number(bounds[0]) is { } first
            && Number(bounds[1]) is { } second
            && (isTurned ? first < second : first > second)
            ? (bounds[0], bounds[1])
            : null;

        double? Number(ExpressionSyntax expression) =>
            model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: { } value }
            && double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : null;
    }
}
