using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Mimo.Generators.CodeFixes;

/// <summary>Changes to attributes as they are written.</summary>
internal static class AttributeArguments
{
    /// <summary>The attribute of a declaration whose class has a given qualified name, whatever spelling is used.</summary>
    public static AttributeSyntax? FindAttribute(this SyntaxList<AttributeListSyntax> lists, string qualifiedName, SemanticModel model, CancellationToken cancellationToken) =>
        lists.SelectMany(static list => list.Attributes).FirstOrDefault(attribute =>
            model.GetSymbolInfo(attribute, cancellationToken).Symbol?.ContainingType.ToDisplayString() == qualifiedName
            || model.GetTypeInfo(attribute, cancellationToken).Type?.ToDisplayString() == qualifiedName);

    /// <summary>The named argument; null if it is not written.</summary>
    public static AttributeArgumentSyntax? Named(this AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>Sets a named argument: in its place if it is written, else behind the others.</summary>
    public static AttributeSyntax WithNamed(this AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        if (attribute.Named(name) is { } written)
        {
            return attribute.ReplaceNode(written.Expression, value.WithTriviaFrom(written.Expression));
        }

        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(value)
            .WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name)))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return attribute.WithArgumentList((attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList()).AddArguments(argument).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>Takes a named argument out, and the parentheses with it if it was the only one.</summary>
    public static AttributeSyntax WithoutNamed(this AttributeSyntax attribute, string name)
    {
        if (attribute.ArgumentList is not { } list || attribute.Named(name) is not { } written)
        {
            return attribute;
        }

        SeparatedSyntaxList<AttributeArgumentSyntax> rest = list.Arguments.Remove(written);
        return attribute.WithArgumentList(rest.Count == 0 ? null : list.WithArguments(rest));
    }
}
