using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Tests.Harness;

/// <summary>A file of a test that is not code. As in an editor, a changed file is a new object.</summary>
internal sealed class TestAdditionalText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
