using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Incrementality;

/// <summary>What an edit costs, and that it never costs freshness.</summary>
public class CachingTests
{
    private const string Tool = """
        using Mimo;

        namespace App;

        /// <summary>Books trips.</summary>
        public static partial class Travel
        {
            /// <summary>Books a trip.</summary>
            /// <param name="trip">Where to.</param>
            [MimoTool]
            public static string Book(Trip trip) => trip.ToString();
        }
        """;

    private const string Trip = """
        namespace App;

        /// <param name="City">A trip's end.</param>
        public record struct Trip(string City, Class Class);

        public enum Class
        {
            Economy,
            Business,
        }
        """;

    private static readonly TestProject Before = TestProject.Of(("tool.cs", Tool), ("trip.cs", Trip), ("other.cs", "class Other { }"));

    [Theory]
    [InlineData("other.cs", "class Other { int field; }")]
    [InlineData("new.cs", "class New { }")]
    [InlineData("tool.cs", "// moved down\n" + Tool)]
    [InlineData("trip.cs", "// moved down\n" + Trip)]
    public void An_edit_that_no_tool_shows_stops_at_the_models(string file, string text)
    {
        GeneratorSession session = new GeneratorSession(Before).Edit(file, text);

        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(session.Reasons(TrackingNames.Tools)));
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(session.Reasons(TrackingNames.ToolSets)));
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(session.Reasons(TrackingNames.Readers)));
        Assert.Equal(3, session.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal(3, session.OutputReasons.Length);
        AssertFresh(session);
    }

    [Theory]
    [InlineData("record struct Trip(string City, Class Class)", "record struct Trip(int City, Class Class)")]
    [InlineData("public record struct Trip(string City, Class Class);", "public record struct Trip(string City, Class Class) { public int Days { get; set; } }")]
    [InlineData("A trip's end.", "Where it ends.")]
    [InlineData("Business,", "Business, First,")]
    [InlineData("Economy,", "[System.Text.Json.Serialization.JsonStringEnumMemberName(\"eco\")] Economy,")]
    [InlineData("Economy,", "/// <summary>Cheap.</summary>\n    Economy,")]
    public void An_edit_of_a_type_in_another_file_reaches_the_tool_that_uses_it(string old, string changed)
    {
        Assert.Contains(old, Trip, StringComparison.Ordinal);
        var session = new GeneratorSession(Before);
        var earlier = session.Sources;

        session.Edit("trip.cs", Trip.Replace(old, changed, StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(session.Reasons(TrackingNames.Tools)));
        Assert.NotEqual(earlier, session.Sources);
        AssertFresh(session);
    }

    [Fact]
    public void A_struct_turned_class_is_seen_though_its_name_is_the_same()
    {
        GeneratorSession session = new GeneratorSession(Before).Edit("trip.cs", Trip.Replace("record struct Trip", "record class Trip", StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(session.Reasons(TrackingNames.Tools)));
        AssertFresh(session);
    }

    [Theory]
    [InlineData("Books a trip.", "Books a journey.")]
    [InlineData("Where to.", "From where.")]
    [InlineData("Book(Trip trip)", "Book(Trip trip, int days = 3)")]
    [InlineData("Book(Trip trip) => trip.ToString()", "Book(Trip? trip) => trip.ToString()!")]
    [InlineData("static partial class", "static partial record")]
    [InlineData("[MimoTool]", "[MimoTool(\"reserve\")]")]
    [InlineData("[MimoTool]", "[MimoTool(Effect = ToolEffect.Destructive)]")]
    public void An_edit_of_the_tool_itself_reaches_its_output(string old, string changed)
    {
        Assert.Contains(old, Tool, StringComparison.Ordinal);
        var session = new GeneratorSession(Before);
        var earlier = session.Sources;

        session.Edit("tool.cs", Tool.Replace(old, changed, StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(session.Reasons(TrackingNames.Tools)));
        Assert.NotEqual(earlier, session.Sources);
        AssertFresh(session);
    }

    [Fact]
    public void A_changed_method_body_emits_nothing_anew()
    {
        GeneratorSession session = new GeneratorSession(Before).Edit("tool.cs", Tool.Replace("trip.ToString()", "trip.City", StringComparison.Ordinal));

        Assert.All(session.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        AssertFresh(session);
    }

    [Fact]
    public void A_tool_that_is_taken_away_takes_its_files_along()
    {
        GeneratorSession session = new GeneratorSession(Before).Edit("tool.cs", Tool.Replace("[MimoTool]", "", StringComparison.Ordinal));

        Assert.Empty(session.Sources);
        AssertFresh(session);
        session.Edit("tool.cs", Tool);
        Assert.Equal(new GeneratorSession(Before).Sources, session.Sources);
    }

    [Fact]
    public void A_tool_that_becomes_impossible_leaves_its_siblings_untouched()
    {
        string two = Tool.Replace("[MimoTool]", "[MimoTool]\n    public static int Count(int of) => of;\n\n    [MimoTool]", StringComparison.Ordinal);
        var session = new GeneratorSession(Before.With("tool.cs", two));
        Assert.Contains("CallBook(", TravelTools(session), StringComparison.Ordinal);
        string sibling = Method(TravelTools(session), "CallCount");

        session.Edit("trip.cs", Trip.Replace("string City", "System.Type City", StringComparison.Ordinal));

        Assert.DoesNotContain("CallBook(", TravelTools(session), StringComparison.Ordinal);
        Assert.Equal(sibling, Method(TravelTools(session), "CallCount"));
        AssertFresh(session);
    }

    [Fact]
    public void Two_of_a_hundred_tools_edited_emit_two_files_anew()
    {
        static string File(int index, string description) => $$"""
            namespace App;

            public static partial class Tools{{index}}
            {
                /// <summary>{{description}}</summary>
                [Mimo.MimoTool]
                public static int Call{{index}}(int value) => value;
            }
            """;
        var session = new GeneratorSession(TestProject.Of([.. Enumerable.Range(0, 100).Select(static index => ($"tool{index}.cs", File(index, "As it was.")))]));

        session.Edit(("tool17.cs", File(17, "Changed.")), ("tool71.cs", File(71, "Changed.")));

        Assert.Equal(2, session.Reasons(TrackingNames.ToolSets).Count(static reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(98, session.Reasons(TrackingNames.ToolSets).Count(static reason => reason == IncrementalStepRunReason.Unchanged));
        Assert.Equal(2, session.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(98, session.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Cached));
        AssertFresh(session);
    }

    [Fact]
    public void Two_projects_with_the_same_code_get_the_same_bytes_in_whatever_order_the_files_come()
    {
        TestProject project = Before.With("more.cs", "namespace App; public static partial class More { [Mimo.MimoTool] public static Trip Plan(Trip[] trips) => trips[0]; }");
        TestProject renamed = TestProject.Of([.. project.Files.Select(static file => (new string([.. file.Key.Reverse()]), file.Value))]);

        GeneratorHarness.AssertSame(new GeneratorSession(project).Sources, new GeneratorSession(renamed).Sources, "other order");
    }

    private static string TravelTools(GeneratorSession session) => session.Sources.Single(static source => source.Key.StartsWith("App.Travel.Tools", StringComparison.Ordinal)).Value;

    private static string Method(string source, string name) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Single(method => method.Identifier.ValueText == name).ToFullString();

    private static void AssertFresh(GeneratorSession session) =>
        GeneratorHarness.AssertSame(new GeneratorSession(session.Project).Sources, session.Sources, "from scratch against incremental");
}
