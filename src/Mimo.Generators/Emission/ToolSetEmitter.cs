using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints a type's <c>Tools</c> property.</summary>
internal static class ToolSetEmitter
{
    private const string ToolSet = "global::Mimo.MimoToolSet";

    public static string Emit(ToolSetModel set)
    {
        SourceWriter writer = CSharpText.StartFile();
        using (HolderEmitter.Open(writer, set.Holder, set.IsStatic ? "" : " : global::Mimo.IMimoToolSource"))
        {
            string start = set.Inherited is { } inherited
                ? $"global::Mimo.Generation.ToolSets.Extend({(inherited.IsStatic ? inherited.Syntax : "base")}.Tools, "
                : $"new {ToolSet}(";
            string tools = $$"""
                {{start}}new global::Mimo.MimoTool[]
                {
                {{string.Join("\n", set.Tools.Select(static tool => $"    {tool.ClassName}.Create({(tool.IsStatic ? "" : "this")}),"))}}
                });
                """;

            // A field would take part in a record's equality and in a struct's layout, so these make the set anew each time.
            bool isKept = !set.IsStatic && !set.Holder.IsValueType && !set.Holder.IsRecord;
            if (isKept)
            {
                writer.WriteLine($$"""
                    {{CSharpText.GeneratedCode}}
                    {{CSharpText.Hidden}}
                    private {{ToolSet}}? _mimoTools;

                    """);
            }

            string names = string.Join(", ", set.Tools.Select(static tool => $"<c>{CSharpText.XmlText(tool.ToolName)}</c>"));
            writer.WriteLine($$"""
                /// <summary>The tools of this type: {{names}}{{(set.Inherited is null ? "" : ", and those of its base type")}}.</summary>
                {{CSharpText.GeneratedCode}}
                """);
            string modifiers = set.HidesTools ? "public new" : "public";
            writer.WriteLine(set.IsStatic
                ? $"{modifiers} static {ToolSet} Tools {{ get; }} = {tools}"
                : $"{modifiers} {ToolSet} Tools => {(isKept ? "_mimoTools ??= " : "")}{tools}");
        }

        return writer.ToString();
    }
}
