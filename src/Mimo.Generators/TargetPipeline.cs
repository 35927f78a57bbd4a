using System.Text;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>The few facts of the whole project that generated code depends on.</summary>
/// <remarks>Steps pass references on: for each new shape of a tuple with a value in it, a compiler that has just started compiles its own tables anew.</remarks>
internal static class TargetPipeline
{
    public static IncrementalValueProvider<TargetModel> Create(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<TargetModel> project = context.CompilationProvider.Select(static (compilation, _) =>
            new TargetModel(JsonClass(compilation.AssemblyName ?? ""), DescribeConstraints: true, TargetSupport.LanguageOf(compilation)));
        IncrementalValueProvider<ProjectOptions> options = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => new ProjectOptions(
            !options.GlobalOptions.TryGetValue("build_property.MimoDescribeConstraints", out string? value)
            || !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase)));
        return project.Combine(options)
            .Select(static (facts, _) => facts.Left with { DescribeConstraints = facts.Right.DescribeConstraints })
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

    /// <param name="DescribeConstraints">See <see cref="TargetModel.DescribeConstraints"/>.</param>
    private sealed record ProjectOptions(bool DescribeConstraints);
}
