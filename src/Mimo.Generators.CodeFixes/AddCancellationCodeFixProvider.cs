using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO023: takes a cancellation token, and passes it to everything in the method that takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationCodeFixProvider))]
[Shared]
public sealed class AddCancellationCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.CannotBeCancelled.Id);

    private const string UsualName = "cancellationToken";

    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Repair>> FindRepairsAsync(RepairContext context)
    {
        if (context.Find<MethodDeclarationSyntax>() is not { } method
            || method.ParameterList.Parameters.Any(static parameter => parameter.Identifier.ValueText == UsualName)
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || MethodResult.IsPinned(symbol)
            || context.SemanticModel.Compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is not { } token
            || IsTaken(symbol, token)
            || FindFreeName(method) is not { } name)
        {
            return [];
        }

        IEnumerable<Edit> passes = method.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => !call.Ancestors().TakeWhile(static node => node is not MethodDeclarationSyntax).Any(IsStaticFunction))
            .Select(call => (Call: call, Argument: FindArgument(call, token, name, context)))
            .Where(static pair => pair.Argument is not null)
            .Select(pair => new Edit(context.Document, pair.Call, (node, _) => AddArgument((InvocationExpressionSyntax)node, pair.Argument!)));
        ImmutableArray<Edit> edits = passes
            .Append(new Edit(context.Document, method.ParameterList, (node, generator) => AddParameter((ParameterListSyntax)node, Syntaxes.Type(generator, token), name)))
            .ToImmutableArray();
        return Trial.Compiles(context, edits) && !await IsReliedOnAsync(symbol, context).ConfigureAwait(false)
            ? [new Repair("Add a CancellationToken and pass it on", "AddCancellation", edits)]
            : [];
    }

    /// <summary>Whether the method has an overload already that takes the token, or would hide a base class's.</summary>
    private static bool IsTaken(IMethodSymbol method, INamedTypeSymbol token) => method.ContainingType.Levels()
        .SelectMany(level => level.GetMembers(method.Name))
        .OfType<IMethodSymbol>()
        .Any(other => WithToken(other, method, Place(method), token) is not null);

    /// <summary>Whether others rely on the parameters as they are. Calls don't, for the token need not be given, unless it comes to stand where <c>params</c> stood.</summary>
    private static async Task<bool> IsReliedOnAsync(IMethodSymbol method, RepairContext context)
    {
        bool hasParams = Place(method) < method.Parameters.Length;
        Uses uses = await Uses.FindAsync(method, context).ConfigureAwait(false);
        if (uses.IsShared(method) || uses.References.Any(use => !use.IsName && (hasParams || !use.IsCall)))
        {
            return true;
        }

        foreach (Use use in uses.References.Where(static use => !use.IsName))
        {
            if (await use.IsInExpressionTreeAsync(context.CancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the token goes among a method's parameters: at the end, but <c>params</c> has to stay last.</summary>
    private static int Place(IMethodSymbol method) => method.Parameters.LastOrDefault() is { IsParams: true } ? method.Parameters.Length - 1 : method.Parameters.Length;

    /// <summary>An overload that takes what a method takes and the token; null if it is none.</summary>
    /// <param name="other">What may be the overload.</param>
    /// <param name="method">The method.</param>
    /// <param name="place">Where the overload takes the token.</param>
    /// <param name="token">The token's type.</param>
    private static IMethodSymbol? WithToken(IMethodSymbol other, IMethodSymbol method, int place, INamedTypeSymbol token)
    {
        if (other.Arity != method.Arity || other.Parameters.Length != method.Parameters.Length + 1)
        {
            return null;
        }

        IMethodSymbol same = other.Arity == 0 ? other : other.Construct(method.TypeParameters.CastArray<ITypeSymbol>(), method.TypeParameters.Select(static _ => NullableAnnotation.None).ToImmutableArray());
        bool isAlike = SymbolEqualityComparer.Default.Equals(same.Parameters[place].Type, token)
            && same.Parameters.RemoveAt(place)
                .Zip(method.Parameters, static (first, second) => first.RefKind == second.RefKind && SymbolEqualityComparer.Default.Equals(first.Type, second.Type))
                .All(static isSame => isSame);
        return isAlike ? same : null;
    }

    /// <summary>A name that means nothing in the method yet, neither a variable of its own nor a member that it uses.</summary>
    private static string? FindFreeName(MethodDeclarationSyntax method)
    {
        var taken = new HashSet<string>(
            method.DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is not IdentifierNameSyntax { Parent: NameColonSyntax })
                .Select(static token => token.ValueText),
            StringComparer.Ordinal);
        return new[] { UsualName, "cancellation", "token" }.FirstOrDefault(name => !taken.Contains(name));
    }

    /// <summary>Whether a function inside can't see the method's parameters.</summary>
    private static bool IsStaticFunction(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static ParameterListSyntax AddParameter(ParameterListSyntax list, TypeSyntax type, string name)
    {
        ParameterSyntax parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithType(type.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDefault(SyntaxFactory.EqualsValueClause(
                SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
                SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)));

        bool hasParams = list.Parameters.LastOrDefault() is { } last && last.Modifiers.Any(SyntaxKind.ParamsKeyword);
        return list.WithParameters(list.Parameters.With(hasParams ? list.Parameters.Count - 1 : list.Parameters.Count, parameter));
    }

    private static InvocationExpressionSyntax AddArgument(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        call.WithArgumentList(call.ArgumentList.WithArguments(call.ArgumentList.Arguments.With(argument)));

    /// <summary>The argument that hands the token to a call; null if the call takes none or has one already.</summary>
    private static ArgumentSyntax? FindArgument(InvocationExpressionSyntax call, INamedTypeSymbol token, string name, RepairContext context)
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
            return isGiven ? null : isNext ? SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name)) : Named(own.Name, name);
        }

        IMethodSymbol original = (method.ReducedFrom ?? method).OriginalDefinition;
        bool hasOverload = call.ArgumentList.Arguments.Count == method.Parameters.Length
            && original.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
                other.IsStatic == original.IsStatic
                && WithToken(other, original, original.Parameters.Length, token) is { } overload
                && (SymbolEqualityComparer.Default.Equals(overload.ReturnType, original.ReturnType) || (IsAwaited(call) && GiveTheSame(overload.ReturnType, original.ReturnType)))
                && context.SemanticModel.IsAccessible(call.SpanStart, other));
        return hasOverload ? SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name)) : null;
    }

    /// <summary>Whether a call is awaited where it stands, so that it doesn't matter what kind of task it gives.</summary>
    private static bool IsAwaited(InvocationExpressionSyntax call) =>
        call.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax } };

    /// <summary>Whether two kinds of tasks give the same once they are awaited.</summary>
    private static bool GiveTheSame(ITypeSymbol first, ITypeSymbol second) =>
        (first, second) is (INamedTypeSymbol { Name: "Task" or "ValueTask" } one, INamedTypeSymbol { Name: "Task" or "ValueTask" } other)
        && one.TypeArguments.AsEnumerable().SequenceEqual(other.TypeArguments, SymbolEqualityComparer.Default);

    private static ArgumentSyntax Named(string parameter, string name) => SyntaxFactory.Argument(
        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)),
        default,
        SyntaxFactory.IdentifierName(name));
}
