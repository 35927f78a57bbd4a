using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Diagnostics;

/// <content>Rules about tools: their holders, names, parameters and results.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor HolderIsNotPartial = Error(
        "MIMO001",
        "A type with tools or prompts is partial",
        "'{0}' must be partial: the generator adds to it what '{1}' needs",
        Category.Tool);

    public static readonly DiagnosticDescriptor HolderIsFileLocal = Error(
        "MIMO001",
        "A type with tools or prompts is partial",
        "'{0}' is local to its file, so the generator can't add to it what '{1}' needs: remove 'file'",
        Category.Tool);

    public static readonly DiagnosticDescriptor IsGeneric = Error(
        "MIMO002",
        "Tools and prompts are not generic",
        "'{0}' can't be offered to the model because {1} is generic: there is one schema, so there must be one set of types",
        Category.Tool);

    public static readonly DiagnosticDescriptor ParameterIsByReference = Error(
        "MIMO003",
        "Parameters are passed by value",
        "Parameter '{0}' is passed by reference, but {1}: remove '{2}'",
        Category.Tool);

    public static readonly DiagnosticDescriptor TypeCannotBeKept = Error(
        "MIMO003",
        "Parameters are passed by value",
        "'{0}' can't use the type '{1}': {2}",
        Category.Tool);

    public static readonly DiagnosticDescriptor ToolNameIsInvalid = Error(
        "MIMO009",
        "A tool's name is one that MiMo accepts",
        "'{0}' is no tool name: MiMo accepts 1 to 64 characters out of A-Z, a-z, 0-9, '_' and '-'",
        Category.Tool);

    public static readonly DiagnosticDescriptor ToolNameIsTaken = Error(
        "MIMO010",
        "Tools of a set have different names",
        "'{0}' has two tools named '{1}': give one of them a name of its own, as in [MimoTool(\"…\")]",
        Category.Tool);

    public static readonly DiagnosticDescriptor CombinedToolNameIsTaken = Error(
        "MIMO010",
        "Tools of a set have different names",
        "'{0}' combines two tools named '{1}', the second of them in '{2}': give one of them a name of its own, as in [MimoTool(\"…\")]",
        Category.Tool);

    public static readonly DiagnosticDescriptor ToolIsNotDescribed = Warning(
        "MIMO011",
        "Tools and their parameters are described",
        "'{0}' has no description, so the model has only its name to choose it by: write a <summary> that says what it does and when to use it",
        Category.Tool);

    public static readonly DiagnosticDescriptor ParameterIsNotDescribed = Info(
        "MIMO011",
        "Tools and their parameters are described",
        "Parameter '{0}' has no description, so the model has to guess what to pass: write a <param> for it",
        Category.Tool);

    public static readonly DiagnosticDescriptor DescriptionsDisagree = Warning(
        "MIMO012",
        "Documentation is well formed and says one thing",
        "The [Description] of '{0}' says something else than its doc comment, which is what the model reads: keep one of them",
        Category.Tool);

    public static readonly DiagnosticDescriptor CommentIsMalformed = Warning(
        "MIMO012",
        "Documentation is well formed and says one thing",
        "The doc comment of '{0}' is no XML, so the model reads nothing of it: {1}",
        Category.Tool);

    public static readonly DiagnosticDescriptor CommentNamesNoParameter = Warning(
        "MIMO012",
        "Documentation is well formed and says one thing",
        "The doc comment of '{0}' describes '{1}', which is none of its parameters: remove it, or correct the name",
        Category.Tool);

    public static readonly DiagnosticDescriptor NullableHasNoDefault = Warning(
        "MIMO013",
        "What reads as optional is optional",
        "Parameter '{0}' may be null and so may be left out by the model, but callers in C# have to pass it: add '= null'",
        Category.Tool);

    public static readonly DiagnosticDescriptor ReturnIsUnsupported = Error(
        "MIMO022",
        "A tool returns a value that can be sent",
        "'{0}' can't return {1}: {2}",
        Category.Tool);

    public static readonly DiagnosticDescriptor CannotBeCancelled = Warning(
        "MIMO023",
        "What takes time can be cancelled",
        "'{0}' takes no CancellationToken, so {1} can't be stopped: add 'CancellationToken cancellationToken = default' and pass it on",
        Category.Tool);

    public static readonly DiagnosticDescriptor AmbientIsTwice = Error(
        "MIMO024",
        "What a call has one of is asked for once",
        "Parameter '{0}' asks for a second {2}, but a call of '{1}' has only one: remove it",
        Category.Tool);

    public static readonly DiagnosticDescriptor ServiceIsShown = Error(
        "MIMO025",
        "Services are not asked of the model",
        "'{0}' can't use the type '{1}': {2}",
        Category.Tool);

    public static readonly DiagnosticDescriptor EffectIsUnstated = Warning(
        "MIMO026",
        "A tool that changes something says so",
        "'{0}' {1} but {2}: set Effect, and RequireApproval if a person should agree to each call",
        Category.Tool);

    public static readonly DiagnosticDescriptor ToolIsNeverOffered = Info(
        "MIMO027",
        "A tool is offered to a model",
        "'{0}' is never offered to a model: nothing in this project mentions '{1}'; name it in [MimoPrompt(Tools = …)], or pass its Tools on",
        Category.Tool,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ToolBlocks = Warning(
        "MIMO042",
        "A tool does not block its thread",
        "'{0}' blocks its thread with {1}: await instead",
        Category.Tool);

    public static readonly DiagnosticDescriptor ParameterIsFreeForm = Info(
        "MIMO045",
        "Parameters and results say what they hold",
        "'{0}' is {1}, so the model is told nothing of what to send: use a type that names its members",
        Category.Tool);

    public static readonly DiagnosticDescriptor ResultIsFreeForm = Info(
        "MIMO045",
        "Parameters and results say what they hold",
        "What '{0}' returns is written without reflection, so where it is object, only JSON, basic values, dictionaries and sequences can stand: use a type that names its members",
        Category.Tool);

    public static readonly DiagnosticDescriptor DescriptionsAreAlike = Info(
        "MIMO046",
        "Descriptions tell the tools of a set apart",
        "'{0}' and '{1}' are described in nearly the same words: say in each when to use it rather than the other",
        Category.Tool);

    public static readonly DiagnosticDescriptor MethodIsNoTool = Error(
        "MIMO051",
        "A tool is an ordinary method of a class or struct",
        "'{0}' can't be a tool: {1}",
        Category.Tool);
}
