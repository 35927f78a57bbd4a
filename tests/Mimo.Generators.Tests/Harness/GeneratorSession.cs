using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Tests.Harness;

/// <summary>One life of the generator in an editor: a first run, then runs after edits that can take up what earlier ones left.</summary>
internal sealed class GeneratorSession
{
    private GeneratorDriver _driver;
    private ImmutableArray<AdditionalText> _additionalTexts;

    public GeneratorSession(TestProject project)
    {
        Project = project;
        Compilation = project.Compile();
        _driver = CSharpGeneratorDriver.Create(
            [new MimoGenerator().AsSourceGenerator()],
            additionalTexts: _additionalTexts = [.. project.AdditionalFiles.Select(static file => new TestAdditionalText(file.Key, file.Value))],
            parseOptions: project.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    public TestProject Project { get; private set; }

    /// <summary>The user's own code, without what was generated.</summary>
    public CSharpCompilation Compilation { get; private set; }

    /// <summary>The user's code and the generated code together.</summary>
    public Compilation Output { get; private set; } = null!;

    public GeneratorRunResult Result { get; private set; }

    /// <summary>The generated files, as <c>name → text</c>.</summary>
    public ImmutableSortedDictionary<string, string> Sources => Result.GeneratedSources.ToImmutableSortedDictionary(
        static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Why each value of a tracked step is what it is.</summary>
    public ImmutableArray<IncrementalStepRunReason> Reasons(string trackingName) => Result.TrackedSteps.TryGetValue(trackingName, out var steps)
        ? [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)]
        : [];

    /// <summary>Why each generated file is what it is.</summary>
    public ImmutableArray<IncrementalStepRunReason> OutputReasons =>
        [.. Result.TrackedOutputSteps.SelectMany(static steps => steps.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

    /// <summary>Changes or adds one file, as typing does: all other syntax trees stay the same objects.</summary>
    public GeneratorSession Edit(string file, string text) => Edit((file, text));

    /// <summary>Changes or adds several files between two runs.</summary>
    public GeneratorSession Edit(params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            SyntaxTree? old = Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == name);
            SyntaxTree changed = Project.Parse(name, text);
            Compilation = old is null ? Compilation.AddSyntaxTrees(changed) : Compilation.ReplaceSyntaxTree(old, changed);
            Project = Project.With(name, text);
        }

        Run();
        return this;
    }

    /// <summary>Changes or adds a file that is not code.</summary>
    public GeneratorSession EditAdditional(string path, string text)
    {
        var changed = new TestAdditionalText(path, text);
        if (_additionalTexts.FirstOrDefault(file => file.Path == path) is { } old)
        {
            _driver = _driver.ReplaceAdditionalText(old, changed);
            _additionalTexts = _additionalTexts.Replace(old, changed);
        }
        else
        {
            _driver = _driver.AddAdditionalTexts([changed]);
            _additionalTexts = _additionalTexts.Add(changed);
        }

        Project = Project.WithAdditional(path, text);
        Run();
        return this;
    }

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = output;
        Result = Assert.Single(_driver.GetRunResult().Results);

        // A crashed generator is only a warning to the compiler.
        Assert.True(Result.Exception is null, Result.Exception?.ToString());
        Assert.Empty(diagnostics);
    }
}
