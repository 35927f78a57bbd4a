using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the files that <c>[UserPromptFile]</c> and its siblings name.</summary>
/// <param name="files">The project's additional files.</param>
/// <param name="method">The prompt method.</param>
/// <param name="reporter">Hears what is wrong, with the place.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class PromptFileParser(PromptFiles files, IMethodSymbol method, PromptReporter reporter, CancellationToken cancellationToken)
{
    /// <param name="attribute">The attribute that names the file.</param>
    /// <param name="path">The path that it names.</param>
    /// <param name="options">Takes the options of the front matter.</param>
    /// <returns>Null if the file can't be a template.</returns>
    public TemplateSource? Parse(AttributeData attribute, string path, Dictionary<string, WrittenOption> options)
    {
        if (files.Find(path) is not { } found || found.GetText(cancellationToken) is not { } text)
        {
            reporter.Report(
                DiagnosticDescriptors.TemplateFileIsUnusable,
                attribute,
                argument: 0,
                method.Name,
                path,
                $"is not among the project's additional files; create it, and add <AdditionalFiles Include=\"{path}\" /> to the project file");
            return null;
        }

        var file = new PromptFile(found.Path, text);
        if (FrontMatterParser.Parse(file, options, out int bodyStart) is { } problem)
        {
            reporter.Report(DiagnosticDescriptors.TemplateFileIsUnusable, file, problem.Span, method.Name, path, problem.Text);
            return null;
        }

        var template = new FileTemplate(file, bodyStart);
        if (string.IsNullOrWhiteSpace(template.Text))
        {
            reporter.Report(DiagnosticDescriptors.TemplateFileIsUnusable, attribute, argument: 0, method.Name, path, "is empty");
            return null;
        }

        return template;
    }
}
