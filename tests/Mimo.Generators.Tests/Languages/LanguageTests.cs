using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Languages;

/// <summary>Generated code is for C# 10 and everything after it: written in what the language has, and the same to those who use it.</summary>
public sealed class LanguageTests
{
    private static readonly TestProject Everything = TestProject.Of(("EveryPrompt.cs", Read("EveryPrompt.cs")), ("EveryTool.cs", Read("EveryTool.cs")))
        .WithAdditional("/project/prompts/order.md", "---\nmodel: mimo-v2-flash\ntemperature: 0.5\n---\nOrder \"this\":\n\n{text:fence}\n");

    public static TheoryData<LanguageVersion> Languages =>
        [LanguageVersion.CSharp10, LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.Latest, LanguageVersion.Preview];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everything_compiles_without_a_warning(LanguageVersion language)
    {
        var session = new GeneratorSession(Everything with { LanguageVersion = language });

        GeneratorHarness.AssertClean(session);
        Assert.Equal(language >= LanguageVersion.CSharp11, session.Sources.Values.Any(static source => source.Contains("\"u8", StringComparison.Ordinal)));
    }

    [Fact]
    public void From_CSharp_11_on_the_code_is_the_same() => GeneratorHarness.AssertSame(
        new GeneratorSession(Everything with { LanguageVersion = LanguageVersion.CSharp11 }).Sources,
        new GeneratorSession(Everything with { LanguageVersion = LanguageVersion.Latest }).Sources,
        "C# 11 against the latest");

    [Fact]
    public async Task Prompts_send_the_same_bytes_and_read_the_same_values()
    {
        List<string> old = await PromptLog.RunAsync(Compile(LanguageVersion.CSharp10).GetType("Languages.IEveryPrompt", throwOnError: true)!);
        List<string> latest = await PromptLog.RunAsync(Compile(LanguageVersion.Latest).GetType("Languages.IEveryPrompt", throwOnError: true)!);

        Assert.Equal(52, latest.Count(static line => line.StartsWith('M')));
        Assert.DoesNotContain(latest, static line => line.Contains("Exception", StringComparison.Ordinal));
        Assert.Equal(latest, old);
    }

    [Fact]
    public async Task Tools_have_the_same_schemas_and_take_and_give_the_same()
    {
        List<string> old = await ToolLog.RunAsync(Compile(LanguageVersion.CSharp10));
        List<string> latest = await ToolLog.RunAsync(Compile(LanguageVersion.Latest));

        Assert.Equal(19, latest.Count(static line => !line.StartsWith(' ')));
        Assert.Equal(latest, old);
    }

    private static Assembly Compile(LanguageVersion language)
    {
        var session = new GeneratorSession(Everything with { LanguageVersion = language });
        return new CheckedOutput(session.Output, session.Sources).Load();
    }

    private static string Read(string file) => File.ReadAllText(Repository.PathTo("tests", "Mimo.Generators.Tests", "Languages", file));
}
