using System.Globalization;
using System.Text;

namespace Mimo.Benchmarks.Compile;

/// <summary>Writes the C# of many tools: classes of fifty, with enums, records, lists and defaults, and a doc comment on everything.</summary>
internal static class ToolSources
{
    /// <summary>The file that has nothing to do with tools.</summary>
    public const string UnrelatedFile = "Unrelated.cs";

    private const int ToolsPerClass = 50;

    /// <param name="tools">How many tools there are.</param>
    /// <param name="withBodies">Whether they do something, rather than give back what they got.</param>
    /// <returns>The files by name.</returns>
    public static IEnumerable<(string Name, string Text)> Write(int tools, bool withBodies = false)
    {
        for (int number = 0; number * ToolsPerClass < tools; number++)
        {
            yield return ($"Tools{number}.cs", WriteClass(number, Math.Min(ToolsPerClass, tools - number * ToolsPerClass), withBodies));
        }

        yield return (UnrelatedFile, Unrelated(0));
        if (withBodies)
        {
            yield return ("Store.cs", ToolBodies.Store);
        }
    }

    /// <summary>A file without tools, as an edit leaves it.</summary>
    public static string Unrelated(int edit) =>
        string.Create(CultureInfo.InvariantCulture, $"namespace Many; internal static class Unrelated {{ public static int Edit() => {edit}; }}\n");

    private static string WriteClass(int number, int tools, bool withBodies)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            using Mimo;

            namespace Many;

            /// <summary>How urgent something is.</summary>
            public enum Urgency{{number}} { Low, Normal, High }

            /// <summary>Where something is.</summary>
            /// <param name="Street">The street with its number.</param>
            /// <param name="City">The city.</param>
            /// <param name="Zip">The postal code, if it is known.</param>
            public sealed record Address{{number}}(string Street, string City, string? Zip = null);

            /// <summary>Something that was ordered.</summary>
            public sealed record Order{{number}}(int Id, string Product, double Price, Urgency{{number}} Urgency, Address{{number}} Address, IReadOnlyList<string> Tags);

            public static partial class Tools{{number}}
            {

            """);
        for (int index = 0; index < tools; index++)
        {
            text.AppendLine(WriteTool(number, index, withBodies));
        }

        return text.AppendLine("}").ToString();
    }

    private static string WriteTool(int number, int index, bool withBodies)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"DoThing{index}Of{number}");
        int kind = index % 5;
        (string parameters, string returns, string value) = kind switch
        {
            0 => ("string first, int second = 3", "string", "first"),
            1 => ($"string first, Urgency{number} second = Urgency{number}.Normal", $"Urgency{number}", "second"),
            2 => ($"Address{number} first, bool second = false", $"Address{number}", "first"),
            3 => ($"IReadOnlyList<Order{number}> first, double? second = null", $"Order{number}", "first[0]"),
            _ => ("Dictionary<string, int> first, DateTimeOffset? second = null", "Task<int>", "Task.FromResult(first.Count)"),
        };
        string modifiers = withBodies && returns == "Task<int>" ? "public static async" : "public static";
        string body = withBodies ? ToolBodies.Write(number, kind) : $" => {value};";
        return $$"""
                /// <summary>Does the thing that {{name}} is named for, and says what came of it.</summary>
                /// <param name="first">What to do it with.</param>
                /// <param name="second">How to do it, such as <c>quickly</c>.</param>
                [MimoTool]
                {{modifiers}} {{returns}} {{name}}({{parameters}}){{body}}

            """;
    }
}
