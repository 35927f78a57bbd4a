using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>A template's text, and where in the project each stretch of it is written.</summary>
internal abstract class TemplateSource(string written)
{
    private readonly LaidOutText _layout = TemplateLayout.LayOut(written);

    /// <summary>The text as it is sent, with its placeholders.</summary>
    public string Text => _layout.Text;

    /// <summary>The place of a stretch of <see cref="Text"/>; only for reports, since it is not cheap.</summary>
    /// <returns>Null if it can't be told.</returns>
    public Location? FindLocation(int start, int length)
    {
        int origin = _layout.Origin(start);
        return FindWritten(origin, length == 0 ? origin : _layout.Origin(start + length - 1) + 1);
    }

    /// <summary>The place of the whole template; only for reports.</summary>
    public virtual Location? FindAll() => FindLocation(0, Text.Length);

    /// <summary>The place of a stretch of the text as it was before its layout.</summary>
    protected abstract Location? FindWritten(int start, int end);
}

/// <summary>A template that is an argument of an attribute.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="argument">Which of its arguments.</param>
/// <param name="written">The argument's value.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class AttributeTemplate(AttributeData attribute, int argument, string written, CancellationToken cancellationToken) : TemplateSource(written)
{
    /// <summary>An argument as it is written; null if it isn't written in this compilation.</summary>
    public static ExpressionSyntax? FindArgument(AttributeData attribute, int argument, CancellationToken cancellationToken)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        return syntax?.ArgumentList?.Arguments.Where(static written => written.NameEquals is null).ElementAtOrDefault(argument)?.Expression;
    }

    public override Location? FindAll() => FindArgument(attribute, argument, cancellationToken)?.GetLocation();

    protected override Location? FindWritten(int start, int end)
    {
        if (FindArgument(attribute, argument, cancellationToken) is not { } expression)
        {
            return null;
        }

        return StringConstantMap.Find(expression, start, end) is { } span ? Location.Create(expression.SyntaxTree, span) : expression.GetLocation();
    }
}
