using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Repairs MIMO003, MIMO004, MIMO008 and MIMO022 for what a method gives back: takes the type that JSON has a form for, and makes what is
/// returned one of it. It is offered where the method then compiles; how else the value could be made its author knows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeResultCodeFixProvider))]
[Shared]
public sealed class ChangeResultCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.TypeCannotBeKept.Id,
        DiagnosticDescriptors.TypeHasNoJsonForm.Id,
        DiagnosticDescriptors.KeyIsNoName.Id,
        DiagnosticDescriptors.ReturnIsUnsupported.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<TypeSyntax>() is not { } written
            || MethodResult.Find(written) is not { } method
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || MethodResult.IsPinned(symbol))
        {
            yield break;
        }

        if (written is RefTypeSyntax reference)
        {
            if (ByValue(context, method, reference) is { } repair)
            {
                yield return repair;
            }
        }
        else if (context.SemanticModel.GetTypeInfo(written, context.CancellationToken).Type is { } type
            && JsonSubstitute.FindForResult(type, context.SemanticModel.Compilation) is { } substitute)
        {
            var edits = new List<Edit>
            {
                new(context.Document, written, (node, generator) => Syntaxes.Type(generator, substitute).WithTriviaFrom(node)),
            };
            foreach (ExpressionSyntax returned in MethodResult.Returned(method))
            {
                edits.AddRange(Convert(context, returned, substitute));
            }

            if (FindCompiling(context, edits) is { } sound)
            {
                string name = substitute.ToMinimalDisplayString(context.SemanticModel, NullableFlowState.NotNull, written.SpanStart);
                yield return new Repair($"Return '{name}'", "ChangeResult", sound);
            }
        }
    }

    /// <summary>A value instead of a reference to it: <c>ref</c> is taken from the type and from what is returned.</summary>
    private static Repair? ByValue(RepairContext context, MethodDeclarationSyntax method, RefTypeSyntax type)
    {
        var edits = new List<Edit> { new(context.Document, type, static (node, _) => ((RefTypeSyntax)node).Type.WithTriviaFrom(node)) };
        foreach (RefExpressionSyntax returned in MethodResult.Returned(method).OfType<RefExpressionSyntax>())
        {
            edits.Add(new Edit(context.Document, returned, static (node, _) => ((RefExpressionSyntax)node).Expression.WithTriviaFrom(node)));
        }

        return Trial.Compiles(context, edits) ? new Repair("Return by value", "ByValue", edits.ToArray()) : null;
    }

    /// <summary>The edits, with a <c>using</c> if that is what they lack; null if they don't compile.</summary>
    private static Edit[]? FindCompiling(RepairContext context, List<Edit> edits)
    {
        if (Trial.Compiles(context, edits))
        {
            return edits.ToArray();
        }

        edits.Add(new Edit(context.Document, context.Root, static (node, _) => WithLinq((CompilationUnitSyntax)node), "using"));
        return Trial.Compiles(context, edits) ? edits.ToArray() : null;
    }

    private static CompilationUnitSyntax WithLinq(CompilationUnitSyntax unit) => unit.Usings.Any(static directive => directive.Name?.ToString() == "System.Linq")
        ? unit
        : unit.AddUsings(SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("System.Linq").WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed));

    /// <summary>Makes one returned expression one of the new type, unless it is; in <c>Task.FromResult(…)</c> that is what is handed over.</summary>
    private static IEnumerable<Edit> Convert(RepairContext context, ExpressionSyntax returned, ITypeSymbol substitute)
    {
        if (returned is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var value }], Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "FromResult" } name } })
        {
            yield return new Edit(context.Document, name, (node, generator) => SyntaxFactory.GenericName(((SimpleNameSyntax)node).Identifier)
                .AddTypeArgumentListArguments(Syntaxes.Type(generator, substitute)));
            returned = value;
        }

        if (context.SemanticModel.GetTypeInfo(returned, context.CancellationToken).Type is { } type
            && !context.SemanticModel.Compilation.ClassifyConversion(type, substitute).IsImplicit
            && ResultConversion.Find(returned, type) is { } convert)
        {
            yield return new Edit(context.Document, returned, (node, _) => convert((ExpressionSyntax)node).WithTriviaFrom(node));
        }
    }
}
