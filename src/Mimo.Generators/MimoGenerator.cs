using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators;

/// <summary>
/// Writes the code behind <c>[MimoTool]</c> methods, <c>[MimoPrompt]</c> interfaces and <c>[MimoOutput]</c> types. It reports
/// nothing: what can't be generated for is told by the analyzers, which ask the same parsers.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MimoGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<TargetModel> target = TargetPipeline.Create(context);
        IncrementalValueProvider<ProjectToolsModel> tools = ToolPipeline.Create(context, target);
        IncrementalValuesProvider<PromptModel> prompts = PromptPipeline.Create(context, target);
        IncrementalValuesProvider<DraftModel> drafts = DraftPipeline.Create(context, target);
        JsonPipeline.Create(context, tools, prompts, drafts, target);
    }
}
