using System.Text.RegularExpressions;

namespace Mimo.Package.Tests;

/// <summary>The strangers' projects under <c>Projects</c>: they restore from the packages alone, build without a warning, and run.</summary>
[Collection(Strangers.Name)]
public sealed partial class ConsumerTests(PackageFeed feed)
{
    /// <summary>All of them treat warnings as errors; one has every analyzer of the SDK on, and every rule of style.</summary>
    [Fact]
    public void All_build_without_a_warning() => Assert.True(feed.IsBuilt && !Diagnostic().IsMatch(feed.BuildLog), feed.BuildLog);

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task A_program_runs(string framework) =>
        Assert.Equal(["It is five.", "Place { Name = Rome, Days = 3 }"], await feed.RunAsync("Console", framework));

    [Fact]
    public async Task The_oldest_language_and_framework_are_enough_and_so_is_the_testing_package_alone() =>
        Assert.Equal(
            ["Drawn.", "Circle { Radius = 2 } Square { Side = 3 } Red 0.5", "Two shapes 2.5", "Watched"],
            await feed.RunAsync("OldLanguage", "net8.0"));

    [Fact]
    public async Task The_users_own_json_generator_and_ours_stand_side_by_side() =>
        Assert.Equal(
            ["""{"city":"Rome","when":"2026-05-01","stars":4}""", """{"city":"Oslo","when":"2026-06-01"}""", "True"],
            await feed.RunAsync("OwnJson"));

    [Fact]
    public async Task Types_are_shared_across_assemblies_that_both_use_it_and_see_each_others_internals()
    {
        string[] lines = await feed.RunAsync("Application");

        Assert.Equal("Point { X = 1, Y = 2 } Point { X = 3, Y = 4 }", lines[0]);
        Assert.Equal(lines[0], lines[1]);
        Assert.Equal(
            ["Two", """move: {"x":11,"y":0}""", """tell: {"word":"x"}""", """turn: {"x":-10,"y":0}""", """retell: {"word":"x"}"""],
            lines[2..^1]);

        // Of a type in another assembly a build knows what attributes say, and no comments.
        Assert.Contains("How far up.", lines[^1], StringComparison.Ordinal);
        Assert.Contains("\"maximum\":10", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Descriptions_reach_the_schema_in_a_project_without_a_documentation_file()
    {
        string[] lines = await feed.RunAsync("Undocumented");

        Assert.Equal("Sends a parcel.", lines[0]);
        Assert.All(
            new[] { "What to send.", "How often.", "Where it goes.", "How fast.", "In a week", "Tomorrow" },
            text => Assert.Contains(text, lines[1], StringComparison.Ordinal));
        Assert.Equal("a handler", lines[2]);
    }

    [Fact]
    public async Task The_properties_of_a_project_reach_the_generator_and_the_runtime()
    {
        // The schema has the bounds in both; only the description may leave them out.
        const string Plain = "\"description\":\"How often.\"";
        string[] told = await feed.RunAsync("Undocumented");
        string[] untold = await feed.RunAsync("Silent");

        Assert.All(new[] { told, untold }, static lines => Assert.Contains("\"maximum\":9", lines[1], StringComparison.Ordinal));
        Assert.DoesNotContain(Plain, told[1], StringComparison.Ordinal);
        Assert.Contains(Plain, untold[1], StringComparison.Ordinal);
        Assert.Contains("MimoDefaultHttpHandler", untold[2], StringComparison.Ordinal);
        Assert.Equal("tries: 3", told[3]);
        Assert.Equal("tries: 1", untold[3]);
    }

    [Fact]
    public async Task A_broken_project_hears_of_its_mistakes_and_of_nothing_else()
    {
        (int exitCode, string output) = await DotNet.RunAsync(Path.Combine(feed.Projects, "Broken"), "build", "-nologo", "-nodeReuse:false", "-clp:NoSummary");

        // Behind that line the build says all of it again.
        string[] told = [.. Diagnostic().Matches(output.Split("Build FAILED.")[0]).Select(static match => $"{match.Groups[1].Value}: {match.Groups[2].Value}")];

        Assert.NotEqual(0, exitCode);
        Assert.Equal(["3: MIMO001", "15: MIMO004", "26: MIMO028"], told.OrderBy(static line => line.Split(": ")[1], StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\((\d+),\d+\): (?:error|warning) (\w+\d+):")]
    private static partial Regex Diagnostic();
}
