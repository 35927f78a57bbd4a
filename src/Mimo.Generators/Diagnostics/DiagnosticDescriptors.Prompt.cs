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
}
