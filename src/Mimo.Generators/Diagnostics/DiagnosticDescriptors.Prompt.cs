using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Diagnostics;

/// <content>Rules about prompts and their templates.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor PlaceholderIsUnknown = Error(
        "MIMO028",
        "A placeholder names a parameter or member",
        "The template of '{0}' names '{1}', but {2}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor TemplateIsMalformed = Error(
        "MIMO030",
        "A template is well formed",
        "The template of '{0}' can't be rendered: {1}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor PromptMemberIsInvalid = Error(
        "MIMO032",
        "A prompt interface holds prompt methods",
        "'{0}' can't be a prompt: {1}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor UntrustedSpeaks = Error(
        "MIMO034",
        "Untrusted text does not speak with authority",
        "'{0}' is untrusted, so it can't stand in the {1} prompt, whose text the model takes for instructions or its own words: move it to the user prompt",
        Category.Prompt);

    public static readonly DiagnosticDescriptor UntrustedIsUnfenced = Warning(
        "MIMO034",
        "Untrusted text does not speak with authority",
        "'{0}' is untrusted in '{1}', but stands unfenced here: mark it with [Untrusted] here too, or write it as '{{{0}:fence}}'",
        Category.Prompt);

    public static readonly DiagnosticDescriptor TypeHasNoDraft = Error(
        "MIMO060",
        "A type with drafts is one JSON object",
        "'{0}' can't have drafts: {1}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor TemplateFileIsUnusable = Error(
        "MIMO033",
        "A template file exists and holds a template",
        "The prompt of '{0}' is in the file '{1}', which {2}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor ParameterIsUnused = Warning(
        "MIMO029",
        "A prompt's parameter is used",
        "Nothing is made of '{0}': no template of '{1}' names it",
        Category.Prompt);

    public static readonly DiagnosticDescriptor PlaceholderPrintsTypeName = Warning(
        "MIMO031",
        "A placeholder prints its value",
        "'{0}' would print the name of its type: '{1}' has no text of its own; write it as '{{{0}:{2}}}'",
        Category.Prompt);

    public static readonly DiagnosticDescriptor SecretReachesPrompt = Warning(
        "MIMO035",
        "Secrets stay out of prompts",
        "'{0}' {1}, and would be sent to the model: leave it out",
        Category.Prompt);

    public static readonly DiagnosticDescriptor ExampleIsUnfit = Error(
        "MIMO036",
        "An example fits its prompt",
        "An example of '{0}' doesn't fit: {1}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor OptionIsIdle = Warning(
        "MIMO037",
        "Options do something",
        "'{0}' {1}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor PrefixVaries = Warning(
        "MIMO043",
        "Text that is always the same comes first",
        "'{0}' varies, and {1} characters that are always the same follow it, so the server can't reuse what it made of them: put them first",
        Category.Prompt);

    public static readonly DiagnosticDescriptor AnswerHasNoRoom = Warning(
        "MIMO047",
        "The answer has room",
        "'{0}' allows its answer {1} tokens, but the shortest '{2}' takes about {3}, and the model's thinking counts too: allow more",
        Category.Prompt);
}
