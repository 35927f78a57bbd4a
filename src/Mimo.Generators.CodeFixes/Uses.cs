using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Where in the whole solution a symbol is declared and used. Generated code isn't looked at: it is written anew to what becomes of
/// the symbol.
/// </summary>
/// <param name="Declarations">Where it is declared, and what goes by its name: what it overrides or implements, and what does so to it.</param>
/// <param name="References">Where it is meant elsewhere.</param>
/// <param name="IsOurs">Whether all of it is C# of the solution, which can be edited.</param>
internal sealed record Uses(IReadOnlyList<Use> Declarations, IReadOnlyList<Use> References, bool IsOurs)
{
    /// <summary>Finds the uses of a symbol that is declared in a context's project.</summary>
    public static async Task<Uses> FindAsync(ISymbol symbol, RepairContext context)
    {
        Solution solution = context.Document.Project.Solution;
        var declarations = new List<Use>();
        var references = new List<Use>();
        bool isOurs = true;
        foreach (ReferencedSymbol found in await SymbolFinder.FindReferencesAsync(symbol, solution, context.CancellationToken).ConfigureAwait(false))
        {
            foreach (Location location in found.Definition.Locations)
            {
                isOurs &= location.IsInSource;
                if (location.SourceTree is { } tree && solution.GetDocument(tree) is { } document)
                {
                    await AddAsync(declarations, document, location).ConfigureAwait(false);
                }
            }

            foreach (ReferenceLocation reference in found.Locations.Where(static reference => reference is { IsImplicit: false, Alias: null }))
            {
                await AddAsync(references, reference.Document, reference.Location).ConfigureAwait(false);
            }
        }

        return new Uses(declarations, references, isOurs);

        async Task AddAsync(List<Use> uses, Document document, Location location)
        {
            // Pages and components name what their own text names, and that stays as it is.
            isOurs &= document is not SourceGeneratedDocument { FilePath: { } path } || !path.Contains("RazorSourceGenerator");
            if (document is SourceGeneratedDocument || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            {
                return;
            }

            isOurs &= document.Project.Language == LanguageNames.CSharp;
            uses.Add(new Use(document, root.FindToken(location.SourceSpan.Start, findInsideTrivia: true)));
        }
    }

    /// <summary>Whether something else than the symbol goes by its name; in a project for several frameworks it is itself declared several times.</summary>
    public bool IsShared(ISymbol symbol) => !IsOurs || Declarations.Any(declaration => !symbol.Locations.Any(own =>
        own.SourceSpan == declaration.Token.Span && own.SourceTree?.FilePath == declaration.Token.SyntaxTree?.FilePath));
}

/// <summary>A place where a symbol is declared or meant.</summary>
/// <param name="Document">The document that the place is in.</param>
/// <param name="Token">The symbol's name, or what stands for it.</param>
internal sealed record Use(Document Document, SyntaxToken Token)
{
    /// <summary>Whether the symbol's name is all that matters here: to <c>nameof</c>, or to a comment.</summary>
    public bool IsName => Token.Parent?.AncestorsAndSelf().Any(static node =>
        node is CrefSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }) == true;

    /// <summary>Whether a method is called here, and not taken as a delegate.</summary>
    public bool IsCall => Expression is { Parent: InvocationExpressionSyntax call } expression && call.Expression == expression;

    /// <summary>Whether it stands in a lambda that becomes a tree, where calls must give all arguments before C# 14.</summary>
    public async Task<bool> IsInExpressionTreeAsync(CancellationToken cancellationToken)
    {
        const int FirstToAllow = 1400;
        LambdaExpressionSyntax[] lambdas = [.. Token.Parent?.Ancestors().OfType<LambdaExpressionSyntax>() ?? []];
        return lambdas.Length > 0
            && Token.SyntaxTree?.Options is CSharpParseOptions options
            && (int)options.LanguageVersion < FirstToAllow
            && await Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && lambdas.Any(lambda => model.GetTypeInfo(lambda, cancellationToken).ConvertedType is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" });
    }

    /// <summary>The name with what it is a member of; null if no expression stands here.</summary>
    public ExpressionSyntax? Expression => Token.Parent switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => access,
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax binding } => binding,
        ExpressionSyntax expression => expression,
        _ => null,
    };
}
