using Mimo.Generators;
using Mimo.Types.Tests.Compiling;

namespace Mimo.Types.Tests;

/// <summary>
/// The other tests run the code that the generator wrote when this project was built. That the generator they are run with writes the
/// same holds all that they found good about it, and that one process writes what another does.
/// </summary>
public sealed class OwnBuildTests
{
    [Fact]
    public void The_generator_writes_once_more_what_this_project_was_built_with()
    {
        IReadOnlyDictionary<string, string> built = EmbeddedSources.Of(typeof(OwnBuildTests).Assembly, typeof(MimoGenerator).FullName!);
        IReadOnlyDictionary<string, string> written = new OwnBuild().Generate();

        Assert.Contains("Json.g.cs", built);
        Assert.Equal(built.Keys.Order(StringComparer.Ordinal), written.Keys.Order(StringComparer.Ordinal));
        Assert.All(built.Keys, file => AssertSame(file, built[file].Split('\n'), written[file].Split('\n')));
    }

    private static void AssertSame(string file, string[] built, string[] written)
    {
        int line = built.Zip(written).TakeWhile(static lines => lines.First == lines.Second).Count();
        if (line < Math.Max(built.Length, written.Length))
        {
            Assert.Fail($"{file} is not what it was when this project was built; what changed since has to be built first. Line {line + 1}, then and now:\n{built.ElementAtOrDefault(line)}\n{written.ElementAtOrDefault(line)}");
        }
    }
}
