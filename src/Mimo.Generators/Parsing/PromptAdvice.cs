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
                WarnOfUnfenced(template, placeholder);
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
        // A list writes each of its items, a fence the text that stands in it.
        ITypeSymbol? printed = placeholder.Part.Format switch
        {
            null or "fence" => placeholder.Type,
            "list" => PromptTemplateParser.FindItem(placeholder.Type),
            _ => null,
        };
        if (printed is not null && !PromptTemplateParser.IsMedia(printed) && TextForm.PrintsTypeName(printed))
        {
            string shown = printed.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            string format = TextForm.FitsList(placeholder.Type) ? "list" : "json";
            Report(DiagnosticDescriptors.PlaceholderPrintsTypeName, template, placeholder, placeholder.Part.Path, shown, format);
        }
    }

    private void WarnOfSecret(ReadTemplate template, ReadPlaceholder placeholder)
    {
        if (Secrets.Find(placeholder.Value, placeholder.Type) is { } reason)
        {
            Report(DiagnosticDescriptors.SecretReachesPrompt, template, placeholder, placeholder.Part.Path, reason);
        }
        else if (FindShown(placeholder) is (var member, var why))
        {
            Report(DiagnosticDescriptors.SecretReachesPrompt, template, placeholder, $"{member.ContainingType.Name}.{member.Name}", why);
        }
    }

    /// <summary>
    /// A value that comes from outside in one method hardly comes from elsewhere in the next: the mark was forgotten. Only texts can say
    /// anything; and a system prompt of the interface is told of by the method that has the mark.
    /// </summary>
    private void WarnOfUnfenced(ReadTemplate template, ReadPlaceholder placeholder)
    {
        if (placeholder.Part.Format != "fence"
            && !placeholder.Parameter.HasAttribute(AttributeNames.Untrusted)
            && placeholder.Type.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_Char)
            && !PromptTemplateParser.IsFormattable(placeholder.Type)
            && (template.Role != "System" || method.GetAttributes().Any(static attribute => PromptMessagesParser.RoleOf(attribute) == "System"))
            && FindUntrusted(placeholder.Parameter) is { } other)
        {
            Report(DiagnosticDescriptors.UntrustedIsUnfenced, template, placeholder, placeholder.Part.Path, other.Name);
        }
    }

    /// <summary>Another method of the type that takes the same parameter as untrusted.</summary>
    public static IMethodSymbol? FindUntrusted(IParameterSymbol parameter) =>
        parameter.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(other => other.Parameters.Any(same =>
            same.Name == parameter.Name
            && !SymbolEqualityComparer.Default.Equals(same, parameter)
            && SymbolEqualityComparer.Default.Equals(same.Type, parameter.Type)
            && same.HasAttribute(AttributeNames.Untrusted)));

    /// <summary>A secret among the members of a value that is shown.</summary>
    private static (ISymbol Member, string Reason)? FindShown(ReadPlaceholder placeholder) => placeholder.Part.Format switch
    {
        "json" => Secrets.FindWithin(placeholder.Type),
        "list" => PromptTemplateParser.FindItem(placeholder.Type) is { } item ? Secrets.FindPrinted(item) : null,
        null or "fence" => Secrets.FindPrinted(placeholder.Type),
        _ => null,
    };

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
