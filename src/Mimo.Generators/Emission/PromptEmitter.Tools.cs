using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <content>The tools of a request, and what those of instances are called where they are handed on.</content>
internal sealed partial class PromptEmitter
{
    private void WriteTools(PromptMethodModel method, Dictionary<string, string> toolParameters)
    {
        List<string> sets = method.Tools.Select(tools => (tools.IsStatic ? tools.Syntax : toolParameters[tools.Syntax]) + ".Tools")
            .Concat(method.Parameters.Where(static parameter => parameter.Role == PromptParameterRole.ToolSource)
                .Select(static parameter => parameter.IsValueType ? SymbolExtensions.Escape(parameter.Name) + ".Tools" : $"({SymbolExtensions.Escape(parameter.Name)}?.Tools ?? global::Mimo.MimoToolSet.Empty)"))
            .Concat(method.Parameters.Where(static parameter => parameter.Role == PromptParameterRole.ToolSet)
                .Select(static parameter => $"({SymbolExtensions.Escape(parameter.Name)} ?? global::Mimo.MimoToolSet.Empty)"))
            .ToList();
        if (sets.Count == 1)
        {
            _writer.WriteLine($"Tools = {sets[0]},");
        }
        else if (sets.Count > 1)
        {
            _writer.WriteLine($"Tools = global::Mimo.MimoToolSet.Combine(new global::Mimo.MimoToolSet[] {{ {string.Join(", ", sets)} }}),");
        }
    }

    private string ToolParameter(ToolTypeModel tools) => _toolParameters[tools.Syntax];

    private string ToolField(ToolTypeModel tools) => _toolFields[tools.Syntax];

    /// <summary>What the parameters for tools are called among others.</summary>
    private static Dictionary<string, string> ToolParameters(IEnumerable<ToolTypeModel> tools, IEnumerable<string> others)
    {
        var names = new NameScope(others);
        return tools.Select(static type => type.Syntax).Distinct().ToDictionary(static type => type, type => SymbolExtensions.Escape(names.Take(ToolName(type))), StringComparer.Ordinal);
    }

    private static string ToolName(string tools)
    {
        string name = tools.Substring(tools.LastIndexOfAny(['.', ':']) + 1).TrimStart('@');
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
