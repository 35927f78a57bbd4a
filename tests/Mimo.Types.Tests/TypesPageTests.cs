using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mimo.Types.Tests.Compiling;

namespace Mimo.Types.Tests;

/// <summary>What docs/types.md says is so: the types of its tables are compiled, and their tools called with its values.</summary>
public sealed partial class TypesPageTests(TypesPageTests.Page page) : IClassFixture<TypesPageTests.Page>
{
    [Fact]
    public void The_page_has_all_its_rows() => Assert.True(page.Rows.Count > 50, $"{page.Rows.Count}");

    [Fact]
    public void Every_schema_is_as_the_page_says() => Assert.All(page.Rows, static row =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(row.Schema), row.Tool.Schema()), $"{row.Type}: {row.Tool.Schema().GetRawText()}"));

    [Fact]
    public async Task Every_value_is_taken_or_refused_as_the_page_says()
    {
        foreach (Row row in page.Rows)
        {
            foreach (string value in row.Taken)
            {
                MimoToolResult result = await row.Tool.CallAsync($$"""{"value":{{value}}}""");
                Assert.False(result.IsError, $"{row.Type} refuses {value}: {result.Content}");
            }

            foreach (string value in row.Refused)
            {
                MimoToolResult result = await row.Tool.CallAsync($$"""{"value":{{value}}}""");
                Assert.True(result.IsError && result.Exception is null, $"{row.Type} takes {value}: {result.Content}");
            }
        }
    }

    /// <param name="Type">The C# type.</param>
    /// <param name="Schema">Its schema.</param>
    /// <param name="Taken">JSON that is taken.</param>
    /// <param name="Refused">JSON that is refused.</param>
    internal sealed record Row(string Type, string Schema, IReadOnlyList<string> Taken, IReadOnlyList<string> Refused)
    {
        public required MimoTool Tool { get; init; }
    }

    public sealed partial class Page
    {
        public Page()
        {
            string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "types.md"));
            List<IReadOnlyList<string>[]> cells = text.Split('\n')
                .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(static line => line.Trim().Trim('|').Split(" | ").Select(static cell => (IReadOnlyList<string>)Code().Matches(cell).Select(static match => match.Groups[1].Value).ToList()).ToArray())
                .Where(static row => row.Length == 4 && row[1].Count == 1)
                .ToList();
            List<string> types = cells.SelectMany(static row => row[0]).ToList();

            var source = new StringBuilder("""
                #nullable enable
                using System;
                using System.Collections.Frozen;
                using System.Collections.Generic;
                using System.Collections.Immutable;
                using System.ComponentModel.DataAnnotations;
                using System.Text.Json;
                using System.Text.Json.Nodes;
                using System.Text.Json.Serialization;
                using Mimo;

                public static partial class PageTools
                {

                """);
            for (int index = 0; index < types.Count; index++)
            {
                source.AppendLine($"    [MimoTool(\"tool_{index}\")] public static string Tool{index}({types[index]} value) => \"taken\";");
            }

            source.AppendLine("}").AppendJoin("\n", Blocks().Matches(text).Select(static match => match.Groups[1].Value));
            var tools = (MimoToolSet)GeneratedAssembly.Load(source.ToString(), "TypesPage").GetType("PageTools")!.GetProperty("Tools", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
            Assert.Equal(types.Count, tools.Count);
            Rows = cells.SelectMany(static row => row[0].Select(type => (Type: type, Row: row)))
                .Select((entry, index) => new Row(entry.Type, entry.Row[1][0], entry.Row[2], entry.Row[3]) { Tool = tools[index] })
                .ToList();
        }

        internal IReadOnlyList<Row> Rows { get; }

        [GeneratedRegex("`([^`]+)`")]
        private static partial Regex Code();

        [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
        private static partial Regex Blocks();
    }
}
