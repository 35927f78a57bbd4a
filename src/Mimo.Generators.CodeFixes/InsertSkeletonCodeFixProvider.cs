using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Emission;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO036: writes a value that fits in place of one that doesn't, keeping of it what does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertSkeletonCodeFixProvider))]
[Shared]
public sealed class InsertSkeletonCodeFixProvider : RepairingCodeFixProvider
{
    private const string Title = "Insert a skeleton that fits";
    private const string Kind = "InsertSkeleton";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ExampleIsUnfit.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<AttributeSyntax>() is not { } attribute
            || !context.Diagnostic.Properties.TryGetValue(ExampleParser.Position, out string? position)
            || FindFitting(context) is not { Count: > 0 } values)
        {
            yield break;
        }

        int index = int.Parse(position!, CultureInfo.InvariantCulture);
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        if (index < arguments.Count)
        {
            // The same for each mistake in one value, so all of them are repaired at once.
            ExpressionSyntax written = arguments[index].Expression;
            yield return new Repair(Title, Kind, Edit.Replace(context.Document, written, values[0].WithTriviaFrom(written)));
        }
        else if (index == arguments.Count)
        {
            yield return new Repair(Title, Kind, new Edit(context.Document, attribute, (node, _) => Append((AttributeSyntax)node, values)));
        }
    }

    private static AttributeSyntax Append(AttributeSyntax attribute, IEnumerable<ExpressionSyntax> values) => attribute
        .WithArgumentList((attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList()).AddArguments(values.Select(SyntaxFactory.AttributeArgument).ToArray()))
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static List<ExpressionSyntax> FindFitting(RepairContext context)
    {
        ImmutableDictionary<string, string?> properties = context.Diagnostic.Properties;
        bool hasRawLiterals = ((CSharpParseOptions)context.Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp11;
        var values = new List<ExpressionSyntax>();
        while (true)
        {
            if (properties.TryGetValue(ExampleParser.Key(ExampleParser.FittingExpression, values.Count), out string? expression))
            {
                values.Add(ShortSyntax.Expression(expression!));
            }
            else if (properties.TryGetValue(ExampleParser.Key(ExampleParser.FittingJson, values.Count), out string? json))
            {
                values.Add(SyntaxFactory.ParseExpression(CSharpText.RawLiteral(json!, hasRawLiterals)));
            }
            else
            {
                return values;
            }
        }
    }
}
