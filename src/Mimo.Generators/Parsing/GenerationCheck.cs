using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Finds prompts and tools with which nothing is wrong, but which the generator refused all the same: they name a type that is generated
/// too, by us or by another, and a generator doesn't see what generators make. An analyzer does, and sees what was made of them.
/// </summary>
internal static class GenerationCheck
{
    private const string Problem =
        "it names a type that is itself generated, and such types can't be seen when code is generated for it; declare the type in the project's own code, or in a project that this one references";

    /// <param name="type">The type that holds the prompts.</param>
    /// <param name="methods">The methods as they are read with all that was generated.</param>
    /// <param name="symbols">Their symbols, in the same order.</param>
    /// <param name="report">Hears what is wrong.</param>
    public static void Report(INamedTypeSymbol type, List<PromptMethodModel> methods, List<IMethodSymbol> symbols, Action<Diagnostic> report)
    {
        // Where nothing was generated, as in an editor that has not come to it yet, there is nothing to compare.
        INamedTypeSymbol? requests = type.GetTypeMembers("Requests").FirstOrDefault(GeneratedNames.IsGenerated);
        for (int index = 0; index < methods.Count; index++)
        {
            bool isGenerated = requests is not null || (symbols[index].PartialImplementationPart is not null && GeneratedNames.IsGenerated(symbols[index]));
            if (methods[index] is { IsRefused: false, Access: not null } method && isGenerated && !HasBuilder(requests, method.RequestName, symbols[index]))
            {
                report(Diagnostic.Create(DiagnosticDescriptors.PromptMemberIsInvalid, PromptParser.LocationOf(symbols[index], type), method.Name, Problem));
            }
        }
    }

    /// <summary>Tells of a tool that nothing was generated for.</summary>
    /// <param name="method">The tool's method.</param>
    /// <param name="tool">The tool as it is read with all that was generated.</param>
    /// <param name="report">Hears what is wrong.</param>
    public static void Report(IMethodSymbol method, ToolModel tool, Action<Diagnostic> report)
    {
        INamedTypeSymbol? calls = method.ContainingType.GetTypeMembers(ToolSetModel.CallsName).FirstOrDefault(GeneratedNames.IsGenerated);

        // Where nothing was generated at all, an editor may not have come to it yet; then it has not come to other generators either.
        bool isLost = calls is null ? new GeneratedTypes().IsReachedBy(method) : calls.GetMembers(tool.CallName).IsEmpty;
        if (isLost && ToolParser.NamesIn(method.ContainingType).Count(name => name == tool.ToolName) == 1)
        {
            report(Diagnostic.Create(DiagnosticDescriptors.MethodIsNoTool, method.Locations[0], method.Name, Problem));
        }
    }

    /// <summary>Tools of instances stand before what the builder has of the method's own parameters.</summary>
    private static bool HasBuilder(INamedTypeSymbol? requests, string name, IMethodSymbol method)
    {
        List<ITypeSymbol> types = RequestNames.Parameters(method).Select(static parameter => parameter.Type).ToList();
        return requests is not null && requests.GetMembers(name).Any(member => member is IMethodSymbol builder
            && builder.Parameters.Length >= types.Count
            && builder.Parameters.Skip(builder.Parameters.Length - types.Count).Select(static parameter => parameter.Type).SequenceEqual(types, SymbolEqualityComparer.Default));
    }
}
