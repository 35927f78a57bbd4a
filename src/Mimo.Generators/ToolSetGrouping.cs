using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators;

/// <summary>Puts the tools of a project together by the types they are in, each type with what it inherits.</summary>
internal sealed class ToolSetGrouping
{
    private readonly Dictionary<string, ToolSetModel> _own;

    private ToolSetGrouping(Dictionary<string, ToolSetModel> own) => _own = own;

    public static IEnumerable<ToolSetModel> Group(EquatableArray<ToolModel> tools)
    {
        List<ToolSetModel> sets = tools.GroupBy(static tool => tool.Holder).Select(static group => new ToolSetModel
        {
            Holder = group.Key,

            // The analyzers refuse the second tool of a name; the others must work all the same.
            Tools = group.GroupBy(static tool => tool.ToolName, StringComparer.Ordinal).Select(static same => same.First()).ToEquatableArray(),
        }).ToList();
        var own = new Dictionary<string, ToolSetModel>(StringComparer.Ordinal);
        foreach (ToolSetModel set in sets)
        {
            own[set.Holder.Syntax] = set;
        }

        var grouping = new ToolSetGrouping(own);
        return sets.Select(grouping.WithInherited);
    }

    private ToolSetModel WithInherited(ToolSetModel set)
    {
        InheritedToolsModel? inherited = FindInherited(set);
        return inherited is null && set.Holder.Bases.Count == 0
            ? set
            : set with { Inherited = inherited, HidesTools = inherited is not null || set.Holder.Bases[set.Holder.Bases.Count - 1].Declared != DeclaredTools.None };
    }

    private InheritedToolsModel? FindInherited(ToolSetModel set)
    {
        foreach (BaseToolsModel known in set.Holder.Bases)
        {
            switch (known.Declared)
            {
                case DeclaredTools.Static or DeclaredTools.Instance:
                    return new InheritedToolsModel(known.Syntax, known.Declared == DeclaredTools.Static);
                case DeclaredTools.Other or DeclaredTools.Abstract:
                    return null;
                case DeclaredTools.None when _own.TryGetValue(known.Syntax, out ToolSetModel? generated):
                    return new InheritedToolsModel(known.Syntax, WithInherited(generated).IsStatic);
            }
        }

        return null;
    }
}
