using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Diagnostics;

/// <content>Rules about code that uses tools, prompts and clients.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ReasoningIsMissing = Error(
        "MIMO038",
        "A turn that calls tools has its reasoning",
        "'{0}' makes a turn that calls tools and has no reasoning, which MiMo refuses while it thinks: pass the reasoning that came with it, or use AssistantWithoutReasoning if thinking was off",
        Category.Usage);

    public static readonly DiagnosticDescriptor ApiKeyIsInSource = Warning(
        "MIMO041",
        "An API key stays out of the source",
        "The key '{0}' is written into the source, and whoever reads it or the binary can use it: take it from the environment, as MimoClient.FromEnvironment() does",
        Category.Usage);

    public static readonly DiagnosticDescriptor PromptResultIsIgnored = Warning(
        "MIMO044",
        "A prompt's result is used",
        "The result of '{0}' is ignored: {1}",
        Category.Usage);

    public static readonly DiagnosticDescriptor NameIsGenerated = Error(
        "MIMO048",
        "A name is free for the generated member",
        "'{0}' is also the name of a member that '{1}' is given for its {2}: rename yours",
        Category.Usage);

    public static readonly DiagnosticDescriptor MethodCouldBeTool = Info(
        "MIMO049",
        "A method offered in another library's way could be a tool",
        "'{0}' is offered by {1}: with [MimoTool] its schema is written, and what can't work told, at build time",
        Category.Usage);

    public static readonly DiagnosticDescriptor TargetIsTooOld = Error(
        "MIMO050",
        "The project is new enough for generated code",
        "Nothing can be generated for '{0}' because {1} is too old: {2}",
        Category.Usage);
}
