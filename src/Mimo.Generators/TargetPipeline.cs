using System.Text;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>The few facts of the whole project that generated code depends on.</summary>
internal static class TargetPipeline
{
    public static IncrementalValueProvider<TargetModel> Create(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<(string? AssemblyName, TargetLanguage Language)> project = context.CompilationProvider.Select(static (compilation, _) =>
            (compilation.AssemblyName, TargetSupport.LanguageOf(compilation)));
        IncrementalValueProvider<bool> describesConstraints = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            !options.GlobalOptions.TryGetValue("build_property.MimoDescribeConstraints", out string? value)
            || !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase));
        return project.Combine(describesConstraints)
            .Select(static (facts, _) => new TargetModel(JsonClass(facts.Left.AssemblyName ?? ""), facts.Right, facts.Left.Language))
            .WithTrackingName(TrackingNames.Target);
    }

    private static string JsonClass(string assemblyName)
    {
        var name = new StringBuilder("Json_");
        foreach (char character in assemblyName)
        {
            name.Append(char.IsLetterOrDigit(character) ? character : '_');
        }

        return name.ToString();
    }
}
