using System.Globalization;
using System.Text;

namespace Mimo.Benchmarks.Compile;

/// <summary>Writes the C# of many tools, each with a record of its own, and a context of System.Text.Json that lists the same records.</summary>
internal static class RecordSources
{
    /// <summary>The file with the first tools; an edit changes one of them.</summary>
    public const string EditedFile = "Tools0.cs";

    private const int ToolsPerFile = 50;

    /// <returns>The files by name.</returns>
    public static IEnumerable<(string Name, string Text)> Write(int tools)
    {
        for (int number = 0; number * ToolsPerFile < tools; number++)
        {
            yield return ($"Tools{number}.cs", WriteFile(number, edit: 0));
        }

        yield return ("Context.cs", WriteContext(tools));
        yield return (ToolSources.UnrelatedFile, ToolSources.Unrelated(0));
    }

    /// <summary>The first file as an edit leaves it: the first tool's record has another member.</summary>
    public static string Edited(int edit) => WriteFile(0, edit);

    private static string WriteFile(int number, int edit)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System.Collections.Generic;
            using Mimo;

            namespace Many;

            public enum Urgency{{number}} { Low, Normal, High }

            public static partial class Tools{{number}}
            {

            """);
        for (int index = 0; index < ToolsPerFile; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    /// <summary>Does the thing that it is named for, and says what came of it.</summary>
                    /// <param name="order">What to do it with.</param>
                    [MimoTool]
                    public static Order{{number}}And{{index}} DoThing{{index}}Of{{number}}(Order{{number}}And{{index}} order) => order;

                """);
        }

        text.Append("}\n\n");
        for (int index = 0; index < ToolsPerFile; index++)
        {
            string member = index == 0 && edit > 0 ? string.Create(CultureInfo.InvariantCulture, $"Added{edit}") : "Product";
            text.Append(CultureInfo.InvariantCulture, $"public sealed record Order{number}And{index}(int Id, string {member}, double Price, Urgency{number} Urgency, IReadOnlyList<string> Tags);\n");
        }

        return text.ToString();
    }

    private static string WriteContext(int tools)
    {
        var text = new StringBuilder("using System.Text.Json.Serialization;\n\nnamespace Many;\n\n");
        for (int number = 0; number * ToolsPerFile < tools; number++)
        {
            for (int index = 0; index < ToolsPerFile; index++)
            {
                text.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Order{number}And{index}))]\n");
            }
        }

        return text.Append("internal sealed partial class ManyContext : JsonSerializerContext;\n").ToString();
    }
}
