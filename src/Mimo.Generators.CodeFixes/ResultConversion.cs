using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mimo.Generators.CodeFixes;

/// <summary>Makes of an expression one of the type that is taken in place of its own.</summary>
internal static class ResultConversion
{
    /// <returns>Null if no expression is known to do it.</returns>
    public static Func<ExpressionSyntax, ExpressionSyntax>? Find(ExpressionSyntax expression, ITypeSymbol type)
    {
        switch (expression)
        {
            case ArrayCreationExpressionSyntax { Initializer: { } rows } array when type is IArrayTypeSymbol { Rank: 2 } && rows.Expressions.All(static row => row is InitializerExpressionSyntax):
                return _ => Parse($"new {array.Type.ElementType}[][] {{ {string.Join(", ", rows.Expressions.Select(row => $"new {array.Type.ElementType}[] {row}"))} }}");
            case SimpleNameSyntax grid when type is IArrayTypeSymbol { Rank: 2 }:
                return _ => Parse($"Enumerable.Range(0, {grid}.GetLength(0)).Select(row => Enumerable.Range(0, {grid}.GetLength(1)).Select(column => {grid}[row, column]).ToArray()).ToArray()");
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenRead", Expression: var file }, ArgumentList: { Arguments.Count: 1 } path } when type.Name == "FileStream":
                return _ => Parse($"{file}.ReadAllBytes{path}");
            default:
                return JsonSubstitute.FindConversion(type) is { } member ? current => Parse($"{Receiver(current)}.{member}") : null;
        }
    }

    private static ExpressionSyntax Parse(string expression) => SyntaxFactory.ParseExpression(expression);

    private static string Receiver(ExpressionSyntax expression)
    {
        ExpressionSyntax bare = expression.WithoutTrivia();
        return bare is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax { ArgumentList: not null }
            ? bare.ToString()
            : $"({bare})";
    }
}
