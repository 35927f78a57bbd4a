using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the messages of a prompt method: its own templates in order, under the system prompts of its interface.</summary>
/// <param name="prompt">The interface or class that is generated for.</param>
/// <param name="method">The prompt method.</param>
/// <param name="templates">Looks up the names in templates.</param>
/// <param name="files">Reads templates that are files.</param>
/// <param name="reporter">Hears what is wrong, with the place.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class PromptMessagesParser(
    INamedTypeSymbol prompt,
    IMethodSymbol method,
    PromptTemplateParser templates,
    PromptFileParser files,
    PromptReporter reporter,
    CancellationToken cancellationToken)
{
    /// <summary>The options in the method's own files.</summary>
    public Dictionary<string, WrittenOption> MethodOptions { get; } = new(StringComparer.Ordinal);

    /// <summary>The options in the files of its interface.</summary>
    public Dictionary<string, WrittenOption> PromptOptions { get; } = new(StringComparer.Ordinal);

    public List<PromptMessageModel> Parse()
    {
        List<PromptMessageModel> own = Parse(method.GetAttributes(), static _ => true, MethodOptions);
        if (method.GetAttributes().Any(static attribute => RoleOf(attribute) == "System"))
        {
            return own;
        }

        ISymbol source = prompt.GetAttributes().Any(static attribute => RoleOf(attribute) == "System") ? prompt : method.ContainingType;
        return [.. Parse(source.GetAttributes(), static role => role == "System", PromptOptions), .. own];
    }

    /// <summary>Whether a method carries templates of its own.</summary>
    public static bool HasTemplates(IMethodSymbol method) => FindTemplate(method) is not null;

    /// <summary>The first template that a method carries; null if it carries none.</summary>
    public static AttributeData? FindTemplate(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(static attribute => RoleOf(attribute) is not null);

    private List<PromptMessageModel> Parse(IEnumerable<AttributeData> attributes, Func<string, bool> isWanted, Dictionary<string, WrittenOption> options)
    {
        var messages = new List<PromptMessageModel>();
        foreach (AttributeData attribute in attributes)
        {
            if (RoleOf(attribute) is not { } role || !isWanted(role))
            {
                continue;
            }

            if (FindTemplate(attribute, options) is { } template && templates.Parse(template, role) is { } message)
            {
                messages.Add(message);
            }
            else
            {
                reporter.Refuse();
            }
        }

        return messages;
    }

    private TemplateSource? FindTemplate(AttributeData attribute, Dictionary<string, WrittenOption> options)
    {
        if (attribute.ConstructorArguments is not [{ Value: string written }])
        {
            return null; // The compiler has said it already.
        }

        return attribute.AttributeClass!.Name.EndsWith("FileAttribute", StringComparison.Ordinal)
            ? files.Parse(attribute, written, options)
            : new AttributeTemplate(attribute, argument: 0, written, cancellationToken);
    }

    /// <summary>The role of the message that an attribute stands for; null if it stands for none.</summary>
    public static string? RoleOf(AttributeData attribute) => attribute.AttributeClass?.QualifiedName() switch
    {
        AttributeNames.SystemPrompt or AttributeNames.SystemPromptFile => "System",
        AttributeNames.UserPrompt or AttributeNames.UserPromptFile => "User",
        AttributeNames.AssistantPrompt or AttributeNames.AssistantPromptFile => "Assistant",
        _ => null,
    };
}
