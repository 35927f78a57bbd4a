using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO023: takes a cancellation token, and passes it to everything in the method that takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationCodeFixProvider))]
[Shared]
public sealed class AddCancellationCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.CannotBeCancelled.Id);

    private const string Name = "cancellationToken";

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<MethodDeclarationSyntax>() is not { } method
            || method.ParameterList.Parameters.Any(static parameter => parameter.Identifier.ValueText == Name)
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || MethodResult.IsPinned(symbol)
            || context.SemanticModel.Compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is not { } token)
        {
            yield break;
        }

        IEnumerable<Edit> passes = method.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => !call.Ancestors().TakeWhile(static node => node is not MethodDeclarationSyntax).Any(static node => node is LocalFunctionStatementSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.StaticKeyword)))
            .Select(call => (Call: call, Argument: FindArgument(call, token, context)))
            .Where(static pair => pair.Argument is not null)
            .Select(pair => new Edit(context.Document, pair.Call, (node, _) => AddArgument((InvocationExpressionSyntax)node, pair.Argument!)));
        yield return new Repair("Add a CancellationToken and pass it on", "AddCancellation", passes
            .Append(new Edit(context.Document, method.ParameterList, (node, generator) => AddParameter((ParameterListSyntax)node, Syntaxes.Type(generator, token))))
            .ToImmutableArray());
    }

    private static ParameterListSyntax AddParameter(ParameterListSyntax list, TypeSyntax type)
    {
        ParameterSyntax parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Name))
            .WithType(type.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDefault(SyntaxFactory.EqualsValueClause(
                SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
                SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)));

        // `params` has to stay last, and then the token can't have a default value.
        bool hasParams = list.Parameters.LastOrDefault() is { } last && last.Modifiers.Any(SyntaxKind.ParamsKeyword);
        return list.WithParameters(hasParams
            ? WithSpaces(list.Parameters.Insert(list.Parameters.Count - 1, parameter.WithDefault(null)))
            : WithSpaces(list.Parameters.Add(parameter)));
    }

    private static SeparatedSyntaxList<T> WithSpaces<T>(SeparatedSyntaxList<T> list)
        where T : SyntaxNode => SyntaxFactory.SeparatedList<T>(list.GetWithSeparators().Select(static item =>
            item.IsToken && item.AsToken() is { HasTrailingTrivia: false } comma ? comma.WithTrailingTrivia(SyntaxFactory.Space) : item));

    private static InvocationExpressionSyntax AddArgument(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        call.WithArgumentList(call.ArgumentList.WithArguments(WithSpaces(call.ArgumentList.Arguments.Add(argument))));

    /// <summary>The argument that hands the token to a call; null if the call takes none or has one already.</summary>
    private static ArgumentSyntax? FindArgument(InvocationExpressionSyntax call, INamedTypeSymbol token, RepairContext context)
    {
        if (context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        bool IsToken(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter.Type, token);
        if (method.Parameters.FirstOrDefault(IsToken) is { } own)
        {
            bool isGiven = call.ArgumentList.Arguments.Count >= method.Parameters.Length || call.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == own.Name);
            bool isNext = own.Ordinal == call.ArgumentList.Arguments.Count && call.ArgumentList.Arguments.All(static argument => argument.NameColon is null);
            return isGiven ? null : isNext ? SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Name)) : Named(own.Name);
        }

        IMethodSymbol original = (method.ReducedFrom ?? method).OriginalDefinition;
        int given = original.Parameters.Length;
        bool hasOverload = call.ArgumentList.Arguments.Count == method.Parameters.Length
            && original.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
                other.IsStatic == original.IsStatic
                && other.Arity == original.Arity
                && other.Parameters.Length == given + 1
                && IsToken(other.Parameters[given])
                && other.Parameters.Take(given).Select(static parameter => parameter.Type.ToDisplayString()).SequenceEqual(original.Parameters.Select(static parameter => parameter.Type.ToDisplayString())));
        return hasOverload ? SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Name)) : null;
    }

    private static ArgumentSyntax Named(string name) => SyntaxFactory.Argument(
        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)),
        default,
        SyntaxFactory.IdentifierName(Name));
}
