using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Mimo.Generators.Tests.Harness;

/// <summary>What the generator made of a project, after all checks.</summary>
/// <param name="Compilation">The user's code and the generated code.</param>
/// <param name="Sources">The generated files by name.</param>
internal sealed record CheckedOutput(Compilation Compilation, ImmutableSortedDictionary<string, string> Sources)
{
    /// <summary>Loads the compiled project and takes the static <c>Tools</c> of one of its types.</summary>
    public MimoToolSet LoadTools(string typeName)
    {
        Type type = LoadType(typeName);
        PropertyInfo property = type.GetProperty("Tools", BindingFlags.Static | BindingFlags.Public) ?? throw new InvalidOperationException($"{typeName} has no static Tools.");
        return (MimoToolSet)property.GetValue(null)!;
    }

    /// <summary>Loads the compiled project, makes an instance of one of its types and takes its <c>Tools</c>.</summary>
    public MimoToolSet LoadInstanceTools(string typeName) => ((IMimoToolSource)Activator.CreateInstance(LoadType(typeName), nonPublic: true)!).Tools;

    /// <summary>Loads the compiled project, anew each time.</summary>
    public Assembly Load()
    {
        using var assembly = new MemoryStream();
        CompilationOptions options = Compilation.Options.WithSpecificDiagnosticOptions(Compilation.Options.SpecificDiagnosticOptions
            .SetItem("CS1591", ReportDiagnostic.Suppress)
            .SetItem("CS1573", ReportDiagnostic.Suppress));
        EmitResult result = Compilation.WithOptions(options).Emit(assembly);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        assembly.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly);
    }

    private Type LoadType(string typeName) => Load().GetType(typeName, throwOnError: true)!;
}

internal static class ToolExtensions
{
    /// <summary>The tool's schema, as a parser that is not ours reads it.</summary>
    public static JsonElement Schema(this MimoTool tool) => JsonDocument.Parse(tool.ParametersSchema).RootElement;

    /// <summary>Calls the tool as a model's call does.</summary>
    public static async Task<string> CallAsync(this MimoTool tool, string arguments)
    {
        MimoToolResult result = await tool.InvokeAsync(Encoding.UTF8.GetBytes(arguments));
        Assert.False(result.IsError, result.Content);
        return result.Content;
    }
}
