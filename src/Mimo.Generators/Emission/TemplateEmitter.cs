using System.Text;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <summary>Prints the expressions that render templates: interpolated strings, which the compiler turns into direct appends.</summary>
internal static class TemplateEmitter
{
    private const string Text = "global::Mimo.Generation.PromptText.";

    /// <returns>An expression of type <c>string</c>.</returns>
    public static string Render(PromptMessageModel message, ValueEmitter inputs)
    {
        if (message.Segments.All(static segment => segment.Text is not null))
        {
            return CSharpText.Literal(string.Concat(message.Segments.Select(static segment => segment.Text)));
        }

        var text = new StringBuilder("string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $\"");
        foreach (TemplateSegment segment in message.Segments)
        {
            text.Append(segment.Text is null ? "{" + Value(segment, inputs) + "}" : Inner(segment.Text));
        }

        return text.Append("\")").ToString();
    }

    private static string Value(TemplateSegment segment, ValueEmitter inputs) => segment.Form switch
    {
        // Inside an interpolation a colon would begin a format, hence the parentheses around anything but a path.
        PlaceholderForm.Json => $"(global::Mimo.Generation.JsonContent.WriteText<{segment.Type!.Syntax}>({segment.Expression}, {inputs.WriterOf(segment.Type)}))",
        PlaceholderForm.List => $"({Text}List({segment.Expression}))",
        PlaceholderForm.Fence => $"({Text}Fence({segment.Expression}))",
        PlaceholderForm.Formatted => $"({Text}Format({segment.Expression}, {CSharpText.Literal(segment.Format)}))",
        _ => segment.Expression,
    };

    /// <summary>Text as it stands inside an interpolated string literal.</summary>
    private static string Inner(string text)
    {
        string literal = CSharpText.Literal(text);
        return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }
}
