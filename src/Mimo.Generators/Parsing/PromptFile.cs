using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>A template file: its text, and places in it.</summary>
internal sealed class PromptFile(string path, SourceText text)
{
    public string Path => path;

    public SourceText Text { get; } = text;

    public Location LocationOf(TextSpan span) => Location.Create(path, span, Text.Lines.GetLinePositionSpan(span));
}

/// <summary>A template that is what a file holds below its front matter.</summary>
internal sealed class FileTemplate(PromptFile file, int bodyStart) : TemplateSource(file.Text.ToString(TextSpan.FromBounds(bodyStart, file.Text.Length)))
{
    protected override Location FindWritten(int start, int end) => file.LocationOf(TextSpan.FromBounds(bodyStart + start, bodyStart + end));
}
