using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>Drafts compile clean whatever type they are of, and prompts find them although they are made in the same run.</summary>
public class DraftShapeTests
{
    private const string Usings = "using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    private const string Prompt = "[MimoPrompt] public partial interface IWriter { [UserPrompt(\"x\")] IAsyncEnumerable<App.Letter.Draft> WriteAsync(); }";

    [Theory]
    [InlineData("[MimoOutput] public partial record Letter(string Subject, int? Pages = null);")]
    [InlineData("[MimoOutput] internal sealed partial record Letter { public string? Subject { get; set; } public required List<int?> Numbers { get; init; } }")]
    [InlineData("[MimoOutput] public partial class Letter { public string Subject { get; } public Letter(string subject) => Subject = subject; }")]
    [InlineData("[MimoOutput] public partial record Letter;")]
    [InlineData("namespace A.B { public partial class Outer { internal partial struct Inner { [MimoOutput] public partial class Letter { public string? Subject { get; set; } } } } }")]
    [InlineData("namespace @namespace { [MimoOutput] public partial record @record(string @class, int @event); }")]
    [InlineData("[MimoOutput] public partial record Letter(string Value, int IsFinished, bool draft, string _shape, int Shape);")]
    [InlineData("[MimoOutput] public partial record Letter(string[] value, Letter? draft, int reader);")]
    [InlineData("[MimoOutput] public partial class Letter { [System.Text.Json.Serialization.JsonInclude] internal Secret? Secret { get; set; } } internal sealed record Secret(int Number);")]
    [InlineData("public abstract record Base(string Name); [MimoOutput] public partial record Letter(string Name, Letter? Reply, IReadOnlyList<Letter?> Others, string?[][] Lines) : Base(Name);")]
    [InlineData("public enum Kind { A, B } public readonly record struct Point(int X, int Y); [MimoOutput] public partial record Letter(Kind Kind, Point Where, Point? Perhaps, HashSet<Kind> Kinds, Dictionary<string, Point[]> All, byte[] Bytes);")]
    [InlineData("[MimoOutput] public partial record Letter([property: System.Text.Json.Serialization.JsonNumberHandling(System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Ratio, object Anything, System.Text.Json.JsonElement Element);")]
    [InlineData("[MimoOutput] public partial record Letter([property: System.Text.Json.Serialization.JsonConverter(typeof(PagesConverter))] int? Pages); public abstract class PerhapsConverter : System.Text.Json.Serialization.JsonConverter<int?> { } public sealed class PagesConverter : PerhapsConverter { public override int? Read(ref System.Text.Json.Utf8JsonReader reader, System.Type type, System.Text.Json.JsonSerializerOptions options) => null; public override void Write(System.Text.Json.Utf8JsonWriter writer, int? value, System.Text.Json.JsonSerializerOptions options) { } }")]
    [InlineData("[MimoOutput] public partial record Letter([property: System.Obsolete] string Old, [property: System.Text.Json.Serialization.JsonPropertyName(\"\\\"odd\\\\name\\u00e9\")] string Odd);")]
    [InlineData("/// <summary>A <b>letter</b> &amp; more</summary>\n/// <param name=\"Subject\">About\n/// what &lt;it&gt; is</param>\n[MimoOutput] public partial record Letter(string Subject);")]
    public void Of_every_shape(string source) => Assert.Contains(GeneratorHarness.Check(Usings + source).Sources.Keys, static name => name.Contains(".Draft.", StringComparison.Ordinal));

    [Theory]
    [InlineData("IAsyncEnumerable<App.Letter.Draft> WriteAsync();")]
    [InlineData("IAsyncEnumerable<global::App.Letter.Draft> WriteAsync();")]
    [InlineData("System.Collections.Generic.IAsyncEnumerable<Short.Draft> WriteAsync();")]
    [InlineData("IAsyncEnumerable<LetterDraft> WriteAsync();")]
    [InlineData("Many WriteAsync();")]
    public void However_the_prompt_names_them(string method)
    {
        CheckedOutput output = GeneratorHarness.Check(
            TestProject.Of(
                ("letter.cs", "namespace App { [Mimo.MimoOutput] public partial record Letter(string Subject); }"),
                ("writer.cs", $$"""
                    {{Usings}}
                    using Short = App.Letter;
                    using LetterDraft = App.Letter.Draft;
                    using Many = System.Collections.Generic.IAsyncEnumerable<App.Letter.Draft>;
                    [MimoPrompt] public partial interface IWriter { [UserPrompt("x")] {{method}} }
                    """)));

        Assert.Contains("StreamDraftsAsync<global::App.Letter.Draft, global::App.Letter>", output.Sources.Single(static source => source.Key.Contains("IWriter.Prompt", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void From_within_the_type_by_their_name_alone() => Assert.Contains(
        "StreamDraftsAsync<global::Letter.Draft, global::Letter>",
        GeneratorHarness.Check(Usings + """
            [MimoOutput]
            public partial record Letter(string Subject)
            {
                [MimoPrompt] public partial interface IWriter { [UserPrompt("x")] IAsyncEnumerable<Draft> WriteAsync(); }
            }
            """).Sources.Single(static source => source.Key.Contains("IWriter.Prompt", StringComparison.Ordinal)).Value,
        StringComparison.Ordinal);

    [Fact]
    public void From_another_project()
    {
        var library = new GeneratorSession(TestProject.Of("namespace App { [Mimo.MimoOutput] public partial record Letter(string Subject, Part[] Parts); [Mimo.MimoOutput] public partial record Part(string Text); }") with { Framework = TestFramework.Net80 });
        MetadataReference reference = library.Output.ToMetadataReference();

        CheckedOutput output = GeneratorHarness.Check(
            TestProject.Of(Usings + Prompt + "[MimoOutput] public partial record Envelope(App.Letter Letter);") with { References = [reference] });

        Assert.Contains(output.Sources.Values, static text => text.Contains("StreamDraftsAsync<global::App.Letter.Draft, global::App.Letter>", StringComparison.Ordinal));
        Assert.Contains(output.Sources.Values, static text => text.Contains("public global::App.Letter.Draft? Letter { get; init; }", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("string Subject", "string Subject, int Pages")]
    [InlineData("string Subject", "int Subject")]
    [InlineData("record Letter", "class Letter")]
    public void An_edit_of_the_type_reaches_its_draft(string old, string changed)
    {
        const string Letter = "namespace App { [Mimo.MimoOutput] public partial record Letter(string Subject); }";
        var session = new GeneratorSession(TestProject.Of(("letter.cs", Letter), ("writer.cs", Usings + Prompt)));
        var earlier = session.Sources;

        session.Edit("letter.cs", Letter.Replace(old, changed, StringComparison.Ordinal));

        Assert.NotEqual(earlier, session.Sources);
        GeneratorHarness.AssertSame(new GeneratorSession(session.Project).Sources, session.Sources, "from scratch against incremental");
    }

    [Fact]
    public void A_marker_that_is_taken_away_takes_the_draft_along()
    {
        const string Letter = "namespace App { [Mimo.MimoOutput] public partial record Letter(string Subject); }";
        var session = new GeneratorSession(TestProject.Of(("letter.cs", Letter), ("writer.cs", Usings + Prompt)));

        session.Edit("letter.cs", Letter.Replace("[Mimo.MimoOutput]", "", StringComparison.Ordinal));

        Assert.DoesNotContain(session.Sources.Keys, static name => name.Contains("Draft", StringComparison.Ordinal));
        session.Edit("letter.cs", Letter);
        Assert.Contains(session.Sources.Keys, static name => name.Contains("Draft", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_written_in_two_parts_has_one_draft() => Assert.Single(
        GeneratorHarness.Check(Usings + "[MimoOutput] public partial record Letter(string Subject); public partial record Letter { public int Pages { get; init; } }").Sources.Keys,
        static name => name.Contains(".Draft.", StringComparison.Ordinal));

    [Fact]
    public void Streams_of_items_of_every_shape() => GeneratorHarness.Check(Usings + """
        public enum Kind { A, B }
        public readonly record struct Point(int X, int Y);
        public sealed record Node(string Name, Node[] Children);

        [MimoPrompt]
        public partial interface IItems
        {
            [UserPrompt("x")] IAsyncEnumerable<int> NumbersAsync();
            [UserPrompt("x")] IAsyncEnumerable<int?> PerhapsNumbersAsync();
            [UserPrompt("x")] IAsyncEnumerable<Kind> KindsAsync(CancellationToken cancellationToken = default);
            [UserPrompt("x")] IAsyncEnumerable<Point?> PointsAsync(MimoTranscript transcript);
            [UserPrompt("x")] IAsyncEnumerable<Node> NodesAsync();
            [UserPrompt("x")] IAsyncEnumerable<IReadOnlyList<string?>> ListsAsync();
            [UserPrompt("x")] IAsyncEnumerable<string[]?> ArraysAsync();
        }
        """);
}
