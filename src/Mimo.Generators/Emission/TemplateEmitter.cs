using System.Text;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>
/// Prints the expressions that render templates: interpolated strings, which the compiler turns into direct appends to the handler
/// of the runtime.
/// </summary>
internal static class TemplateEmitter
{
    private const string Text = "global::Mimo.Generation.PromptText.";

    /// <param name="message">The message.</param>
    /// <param name="inputs">Names the writers of values that are inserted as JSON.</param>
    /// <param name="isExample">Whether the values are the developer's own, so that nobody need guess what fences them.</param>
    /// <returns>An expression of type <c>MimoMessage</c>.</returns>
    public static string Message(PromptMessageModel message, ValueEmitter inputs, bool isExample = false)
    {
        string begin = Text + (isExample ? "BeginUntrustedExample" : "BeginUntrusted");
        if (message.Segments.All(static segment => segment.Form != PlaceholderForm.Media))
        {
            return $"global::Mimo.MimoMessage.{message.Role}({Render(message.Segments.ToList(), inputs, begin)})";
        }

        // Media stand between the texts, as they do in the template.
        var parts = new List<string>();
        var text = new List<TemplateSegment>();
        foreach (TemplateSegment segment in message.Segments)
        {
            if (segment.Form == PlaceholderForm.Media)
            {
                EndText();
                parts.Add(segment.IsUntrusted ? $"{segment.Expression}, {begin}" : segment.Expression);
            }
            else
            {
                text.Add(segment);
            }
        }

        EndText();
        return $"new global::Mimo.Generation.PromptContent(){string.Concat(parts.Select(static part => $".Add({part})"))}.ToMessage()";

        void EndText()
        {
            if (text.Count > 0)
            {
                parts.Add(Render(text, inputs, begin));
                text.Clear();
            }
        }
    }

    /// <summary>A message's text where it is the same for every call.</summary>
    public static string StaticText(PromptMessageModel message) => string.Concat(message.Segments.Select(static segment => segment.Text));

    /// <returns>An expression of type <c>string</c>.</returns>
    private static string Render(IReadOnlyList<TemplateSegment> segments, ValueEmitter inputs, string begin)
    {
        if (segments.All(static segment => segment.Text is not null))
        {
            return CSharpText.Literal(string.Concat(segments.Select(static segment => segment.Text)));
        }

        var text = new StringBuilder(Text).Append("Render($\"");
        foreach (TemplateSegment segment in segments)
        {
            text.Append(segment.Text is not null ? Inner(segment.Text)
                : segment.IsUntrusted ? $"{{({begin})}}{{{Value(segment, inputs)}}}{{({Text}EndUntrusted)}}"
                : "{" + Value(segment, inputs) + "}");
        }

        return text.Append("\")").ToString();
    }

    private static string Value(TemplateSegment segment, ValueEmitter inputs) => segment.Form switch
    {
        // Inside an interpolation a colon would begin a format, hence the parentheses around anything but a path.
        PlaceholderForm.Json => $"({Text}Json<{segment.Type!.Syntax}>({segment.Expression}, {inputs.WriterOf(segment.Type)}))",
        PlaceholderForm.List => $"({Text}List{(segment.ItemSyntax is { } item ? $"<{item}>" : "")}({segment.Expression}))",
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
