using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Diagnostics;

/// <summary>All rules. Ids are never reused; each has a help page <c>docs/rules/MIMOnnn.md</c>.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor HolderIsNotPartial = Create(
        "MIMO001",
        "A type with tools or prompts is partial",
        "'{0}' must be partial: the generator adds to it what '{1}' needs",
        Category.Tool);

    public static readonly DiagnosticDescriptor HolderIsFileLocal = Create(
        "MIMO001",
        "A type with tools or prompts is partial",
        "'{0}' is local to its file, so the generator can't add to it what '{1}' needs: remove 'file'",
        Category.Tool);

    public static readonly DiagnosticDescriptor IsGeneric = Create(
        "MIMO002",
        "Tools and prompts are not generic",
        "'{0}' can't be offered to the model because {1} is generic: there is one schema, so there must be one set of types",
        Category.Tool);

    public static readonly DiagnosticDescriptor ParameterIsByReference = Create(
        "MIMO003",
        "Parameters are passed by value",
        "Parameter '{0}' is passed by reference, but its value comes from JSON: remove '{1}'",
        Category.Tool);

    public static readonly DiagnosticDescriptor TypeCannotBeKept = Create(
        "MIMO003",
        "Parameters are passed by value",
        "'{0}' can't use the type '{1}': {2}",
        Category.Tool);

    public static readonly DiagnosticDescriptor TypeHasNoJsonForm = Create(
        "MIMO004",
        "Every type has a JSON form",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor TypeIsAbstract = Create(
        "MIMO005",
        "An abstract type names its derived types",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor ShapeIsLost = Create(
        "MIMO006",
        "Data has named properties",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor KeyIsNoName = Create(
        "MIMO008",
        "A dictionary's keys can be names in JSON",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor ToolNameIsInvalid = Create(
        "MIMO009",
        "A tool's name is one that MiMo accepts",
        "'{0}' is no tool name: MiMo accepts 1 to 64 characters out of A-Z, a-z, 0-9, '_' and '-'",
        Category.Tool);

    public static readonly DiagnosticDescriptor ToolNameIsTaken = Create(
        "MIMO010",
        "Tools of a set have different names",
        "'{0}' has two tools named '{1}': give one of them a name of its own, as in [MimoTool(\"…\")]",
        Category.Tool);

    public static readonly DiagnosticDescriptor ConstraintIsUnfit = Create(
        "MIMO015",
        "A constraint fits its type",
        "The constraint of '{0}' doesn't fit: {1}",
        Category.Schema);

    public static readonly DiagnosticDescriptor MemberConstraintIsUnfit = Create(
        "MIMO015",
        "A constraint fits its type",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor MembersCollide = Create(
        "MIMO019",
        "Members have different names in JSON",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor PolymorphismIsBroken = Create(
        "MIMO021",
        "Derived types can be told apart",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor ReturnIsUnsupported = Create(
        "MIMO022",
        "A tool returns a value that can be sent",
        "'{0}' can't return {1}: {2}",
        Category.Tool);

    public static readonly DiagnosticDescriptor TwoArgumentsCollide = Create(
        "MIMO019",
        "Members have different names in JSON",
        "Two parameters of '{0}' are named '{1}' in JSON: tell them apart with [MimoParameter(Name = \"…\")]",
        Category.Schema);

    public static readonly DiagnosticDescriptor MethodIsNoTool = Create(
        "MIMO051",
        "A tool is an ordinary method of a class or struct",
        "'{0}' can't be a tool: {1}",
        Category.Tool);

    public static readonly DiagnosticDescriptor PlaceholderIsUnknown = Create(
        "MIMO028",
        "A placeholder names a parameter or member",
        "The template of '{0}' names '{1}', but {2}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor TemplateIsMalformed = Create(
        "MIMO030",
        "A template is well formed",
        "The template of '{0}' can't be rendered: {1}",
        Category.Prompt);

    public static readonly DiagnosticDescriptor PromptMemberIsInvalid = Create(
        "MIMO032",
        "A prompt interface holds prompt methods",
        "'{0}' can't be a prompt: {1}",
        Category.Prompt);

    private static DiagnosticDescriptor Create(string id, string title, string message, string category) => new(
        id,
        title,
        message,
        category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/mimo-generators/mimo-generators/blob/main/docs/rules/{id}.md");

    private static class Category
    {
        public const string Tool = "Mimo.Tool";
        public const string Schema = "Mimo.Schema";
        public const string Prompt = "Mimo.Prompt";
    }
}
