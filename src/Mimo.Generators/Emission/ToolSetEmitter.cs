using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints a type's <c>Tools</c> property, and the class behind it that runs the tools.</summary>
internal static class ToolSetEmitter
{
    private const string ToolSet = "global::Mimo.MimoToolSet";

    private const string Calls = ToolSetModel.CallsName;

    public static string Emit(ToolSetModel set, TargetModel target)
    {
        SourceWriter writer = CSharpText.StartFile(set.Tools.SelectMany(static tool => tool.WarningIds));
        using (HolderEmitter.Open(writer, set.Holder, set.IsStatic ? "" : " : global::Mimo.IMimoToolSource"))
        {
            WriteProperty(writer, set);
            writer.WriteLine();
            WriteCalls(writer, set, target);
        }

        return writer.ToString();
    }

    private static void WriteProperty(SourceWriter writer, ToolSetModel set)
    {
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
        string tools = set.NeedsInstance ? $"new {Calls}(this).Create()" : $"{Calls}.Create()";
        tools = set.Inherited is { } inherited
            ? $"global::Mimo.Generation.ToolSets.Extend({(inherited.IsStatic ? inherited.Syntax : "base")}.Tools, {tools})"
            : tools;
        writer.WriteLine(set.IsStatic
            ? $"{modifiers} static {ToolSet} Tools {{ get; }} = {tools};"
            : $"{modifiers} {ToolSet} Tools => {(isKept ? "_mimoTools ??= " : "")}{tools};");
    }

    private static void WriteCalls(SourceWriter writer, ToolSetModel set, TargetModel target)
    {
        writer.WriteLine($$"""
            /// <summary>Runs the tools.</summary>
            {{CSharpText.GeneratedCode}}
            {{CSharpText.Hidden}}
            """);
        using (writer.WriteBlock($"private {(set.NeedsInstance ? "sealed" : "static")} class {Calls}"))
        {
            if (set.NeedsInstance)
            {
                writer.WriteLine($$"""
                    private readonly {{set.Holder.Syntax}} _holder;

                    public {{Calls}}({{set.Holder.Syntax}} holder)
                    {
                        _holder = holder;
                    }

                    """);
            }

            using (writer.WriteBlock($"public {(set.NeedsInstance ? "" : "static ")}{ToolSet} Create()"))
            {
                writer.WriteLine(FormattableString.Invariant($"global::Mimo.Generation.ToolList tools = new({set.Tools.Count});"));
                foreach (ToolModel tool in set.Tools)
                {
                    writer.WriteLine(ToolEmitter.Entry(tool, target));
                }

                writer.WriteLine("return tools.ToSet();");
            }

            foreach (ToolModel tool in set.Tools)
            {
                writer.WriteLine();
                ToolEmitter.WriteCall(writer, tool, target);
            }
        }
    }
}
