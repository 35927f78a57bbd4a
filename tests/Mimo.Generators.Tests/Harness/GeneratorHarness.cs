using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Tests.Harness;

/// <summary>
/// Every test of the generator goes through <see cref="Check(TestProject, LanguageVersion)"/>, so whatever it is about, it also
/// proves what must hold for all code: no crash, cached, fresh, plain models, and output that compiles clean wherever it is promised.
/// </summary>
internal static class GeneratorHarness
{
    private const string UnrelatedFile = "Unrelated.cs";

    /// <summary>What the compiler says of code that uses a feature which C# 10 doesn't have.</summary>
    private const string FeatureIsMissing = "CS8936";

    /// <summary>Runs the generator over one file and asserts all that must hold for any.</summary>
    /// <param name="source">The user's code; it must compile clean together with what is generated.</param>
    /// <param name="oldest">The oldest language version that the user's own code can be compiled with.</param>
    public static CheckedOutput Check(string source, LanguageVersion oldest = LanguageVersion.CSharp11) => Check(TestProject.Of(source), oldest);

    /// <inheritdoc cref="Check(string, LanguageVersion)"/>
    public static CheckedOutput Check(TestProject project, LanguageVersion oldest = LanguageVersion.CSharp11)
    {
        GeneratorSession session = CheckIncrementality(project);
        ImmutableSortedDictionary<string, string> sources = session.Sources;
        AssertClean(session);

        // Everything at once that could make a difference: the oldest framework and language, and a build that parses no doc comments.
        var other = new GeneratorSession(project with { Framework = TestFramework.Net80, LanguageVersion = oldest, DocumentationMode = DocumentationMode.None });
        AssertClean(other);
        AssertSame(sources, other.Sources, $"{other.Project.Framework}, {oldest}, no doc comments");
        CheckOldestLanguage(project);
        return new CheckedOutput(session.Output, sources);
    }

    /// <summary>For C# 10 other code is generated, which must compile as clean wherever the user's own code is written in C# 10.</summary>
    private static void CheckOldestLanguage(TestProject project)
    {
        TestProject old = project with { Framework = TestFramework.Net80, LanguageVersion = LanguageVersion.CSharp10 };
        if (old.Files.Any(file => old.Parse(file.Key, file.Value).GetDiagnostics().Any(IsOfNewerLanguage)))
        {
            return;
        }

        var session = new GeneratorSession(old);
        var own = session.Compilation.SyntaxTrees.ToHashSet();
        if (!session.Output.GetDiagnostics().Any(diagnostic => IsOfNewerLanguage(diagnostic) && own.Contains(diagnostic.Location.SourceTree!)))
        {
            AssertClean(session);
        }

        static bool IsOfNewerLanguage(Diagnostic diagnostic) => diagnostic.Id == FeatureIsMissing;
    }

    /// <summary>Fails with the first difference between two sets of generated files.</summary>
    public static void AssertSame(ImmutableSortedDictionary<string, string> expected, ImmutableSortedDictionary<string, string> actual, string what)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach ((string name, string text) in expected)
        {
            Assert.True(text == actual[name], $"{name} differs ({what}).\n--- expected\n{text}\n--- actual\n{actual[name]}");
        }
    }

    private static GeneratorSession CheckIncrementality(TestProject project)
    {
        var session = new GeneratorSession(project.With(UnrelatedFile, "namespace Unrelated; internal static class Other { }"));
        TrackedValues.AssertPlain(session.Result);
        if (!session.Result.GeneratedSources.IsEmpty)
        {
            Assert.Contains(TrackedValues.StepNames, name => session.Reasons(name).Length > 0);
        }

        session.Edit(UnrelatedFile, "namespace Unrelated; internal static class Other { public const int Added = 1; }");
        AssertNothingRan(session, "an edit in an unrelated file");
        foreach ((string file, string text) in project.Files)
        {
            session.Edit(file, MoveDown(text));
            AssertNothingRan(session, $"comment lines added to {file}");
        }

        AssertSame(new GeneratorSession(session.Project).Sources, session.Sources, "a run from scratch against one with a history");
        return new GeneratorSession(project);
    }

    private static void AssertNothingRan(GeneratorSession session, string edit)
    {
        foreach (string name in TrackedValues.StepNames)
        {
            Assert.All(session.Reasons(name), reason => Assert.True(IsQuiet(reason), $"{name} is {reason} after {edit}."));
        }

        Assert.All(session.OutputReasons, reason => Assert.True(reason == IncrementalStepRunReason.Cached, $"An output is {reason} after {edit}."));
    }

    private static bool IsQuiet(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    /// <summary>Adds a comment line at the top and above every marker, also between a doc comment and what it documents.</summary>
    private static string MoveDown(string source)
    {
        var text = new StringBuilder("// Moved down.\n");
        foreach (string line in source.Split('\n'))
        {
            if (line.TrimStart().StartsWith("[Mimo", StringComparison.Ordinal))
            {
                text.Append("// Moved down.\n");
            }

            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// Asserts that all code compiles without a warning. Only comments missing in the user's own code are no concern of ours.
    /// </summary>
    public static void AssertClean(GeneratorSession session)
    {
        var own = session.Compilation.SyntaxTrees.ToHashSet();
        IEnumerable<Diagnostic> problems = session.Output.GetDiagnostics()
            .Where(static diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false })
            .Where(diagnostic => !(diagnostic.Id is "CS1591" or "CS1573" && own.Contains(diagnostic.Location.SourceTree!)));
        if (problems.Any())
        {
            IEnumerable<SyntaxTree?> trees = problems.Select(static problem => problem.Location.SourceTree).Where(tree => !own.Contains(tree!)).Distinct();
            Assert.Fail($"{session.Project.Framework}, {session.Project.LanguageVersion}:\n{string.Join("\n", problems.Select(Describe))}\n{string.Join("\n", trees)}");
        }
    }

    private static string Describe(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{diagnostic}\n    {line}";
    }
}
