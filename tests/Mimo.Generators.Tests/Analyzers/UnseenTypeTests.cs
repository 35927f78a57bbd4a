using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>Tools of which nothing was generated, as in an editor that has not come to it yet: only a type that generators can't see is told of.</summary>
public class UnseenTypeTests
{
    [Theory]
    [InlineData("[Mimo.FromServices] Grid<int> grid")]
    [InlineData("Chart chart")]
    public async Task A_type_whose_members_are_of_ever_new_types_is_looked_through_once(string parameter) => Assert.Empty(await DiagnoseAsync(TestProject.Of($$"""
        public sealed class Grid<T> { public Grid<Grid<T>>? Inner => null; }

        public sealed record Chart(string Name) { [System.Text.Json.Serialization.JsonIgnore] public Grid<int>? Grid => null; }

        public static partial class Holder { [Mimo.MimoTool] public static int Count({{parameter}}) => 1; }
        """)));

    private static async Task<IEnumerable<Diagnostic>> DiagnoseAsync(TestProject project) =>
        (await project.Compile().WithAnalyzers([new MarkedCodeAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Where(static diagnostic => diagnostic.Id == "MIMO051" || diagnostic.Id == "AD0001");
}
