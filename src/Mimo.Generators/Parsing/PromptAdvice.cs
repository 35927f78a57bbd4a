using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.Parsing;

/// <summary>Judges what a prompt that can be rendered will send. It only warns, so the generator has no use for it.</summary>
/// <param name="method">The prompt method.</param>
/// <param name="templates">Its templates: its own first, then those of the interface.</param>
/// <param name="reporter">Hears the warnings.</param>
internal sealed class PromptAdvice(IMethodSymbol method, IReadOnlyList<ReadTemplate> templates, PromptReporter reporter)
{
    /// <summary>Shorter texts save next to nothing: caches hold prefixes in blocks, and these are some hundred tokens.</summary>
    private const int LargeBlock = 2000;

    public void Give()
    {
        WarnOfUnusedParameters();
        foreach (ReadTemplate template in templates)
        {
            foreach (ReadPlaceholder placeholder in template.Placeholders)
            {
                WarnOfTypeName(template, placeholder);
                WarnOfSecret(template, placeholder);
            }
        }

        WarnOfLatePrefix();
    }

    private void WarnOfUnusedParameters()
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (PromptMethodParser.RoleOf(parameter) == Model.PromptParameterRole.Value
                && !templates.Any(template => template.Placeholders.Any(placeholder => SymbolEqualityComparer.Default.Equals(placeholder.Parameter, parameter))))
            {
                reporter.Report(DiagnosticDescriptors.ParameterIsUnused, parameter, parameter.Name, method.Name);
            }
        }
    }

    private void WarnOfTypeName(ReadTemplate template, ReadPlaceholder placeholder)
    {
        if (placeholder.Part.Format is null && !PromptTemplateParser.IsMedia(placeholder.Type) && TextForm.PrintsTypeName(placeholder.Type))
        {
            string shown = placeholder.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            string format = PromptTemplateParser.IsSequence(placeholder.Type) && !TextForm.IsDictionary(placeholder.Type) ? "list" : "json";
            Report(DiagnosticDescriptors.PlaceholderPrintsTypeName, template, placeholder, placeholder.Part.Path, shown, format);
        }
    }

    private void WarnOfSecret(ReadTemplate template, ReadPlaceholder placeholder)
    {
        if (Secrets.Find(placeholder.Value, placeholder.Type) is { } reason)
        {
            Report(DiagnosticDescriptors.SecretReachesPrompt, template, placeholder, placeholder.Part.Path, reason);
        }
        else if (placeholder.Part.Format == "json" && Secrets.FindWithin(placeholder.Type) is (var member, var why))
        {
            Report(DiagnosticDescriptors.SecretReachesPrompt, template, placeholder, $"{member.ContainingType.Name}.{member.Name}", why);
        }
    }

    /// <summary>
    /// The server keeps what it made of a prompt's beginning and reuses it for requests that begin alike. The first text that
    /// varies ends that, so a large block behind it is read, and paid for, anew each time.
    /// </summary>
    private void WarnOfLatePrefix()
    {
        // In the order in which they are sent: the system messages stand before the others.
        IEnumerable<ReadTemplate> sent = templates.Where(static template => template.Role == "System").Concat(templates.Where(static template => template.Role != "System"));
        (ReadTemplate Template, ReadPlaceholder Placeholder)? first = null;
        foreach (ReadTemplate template in sent)
        {
            foreach (TemplatePart part in template.Parts)
            {
                if (part.Text is null)
                {
                    first ??= template.Placeholders.Find(placeholder => placeholder.Part == part) is { } placeholder ? (template, placeholder) : null;
                }
                else if (part.Text.Length >= LargeBlock && first is (var earlier, var varying))
                {
                    Report(DiagnosticDescriptors.PrefixVaries, earlier, varying, varying.Part.Path, part.Text.Length);
                    return;
                }
            }
        }
    }

    private void Report(DiagnosticDescriptor rule, ReadTemplate template, ReadPlaceholder placeholder, params object[] arguments) =>
        reporter.Report(rule, template.Source, placeholder.Part.Start, placeholder.Part.Length, arguments);
}
