using Mimo.Docs.Tests.Pages;
using Mimo.Docs.Tests.Snippets;
using Xunit.Sdk;

namespace Mimo.Docs.Tests;

/// <summary>The checks of the pages can fail, and hidden comments do what docs/contributing.md says.</summary>
public sealed class HarnessTests
{
    private const string Prompt = """
        ```csharp
        [MimoPrompt]
        public partial interface IGuide
        {
            [UserPrompt("{question}")]
            Task<string> AskAsync(string question, CancellationToken cancellationToken = default);
        }
        ```
        """;

    [Fact]
    public Task A_program_prints_what_its_page_shows_and_the_local_MiMo_answers_from_the_script() => CheckAsync($$"""
        {{Prompt}}

        <!-- script: MimoTurn.Text("Hello!"), MimoTurn.Text("Bye!") -->

        ```csharp
        using var client = MimoClient.FromEnvironment();
        IGuide guide = IGuide.Create(client);
        Console.WriteLine(await guide.AskAsync("Hi"));
        ```

        <!-- output -->

        ```text
        Hello!
        ```

        <!-- continues -->

        ```csharp
        Console.WriteLine(await guide.AskAsync("So long"));
        ```

        <!-- output -->

        ```
        H…
        …
        ```
        """);

    [Fact]
    public Task Other_output_than_the_page_shows_is_told_of() => FailsAsync("line 2 prints:\n2", """
        ```csharp
        Console.WriteLine(1 + 1);
        ```

        <!-- output -->

        ```text
        3
        ```
        """);

    [Theory]
    [InlineData("int unused = 1;", "CS0219")]
    [InlineData("Console.WriteLine(missing);", "CS0103")]
    [InlineData("public static class Sums { /** <summary>Adds.</summary> */ [MimoTool] public static int Add(int first) => first; }", "MIMO001")]
    public async Task What_a_build_would_tell_of_is_told_of(string code, string id)
    {
        await FailsAsync($"page.md, line 2: {id} ", $"```csharp\n{code}\n```");
        await CheckAsync($"<!-- reported: {id} -->\n```csharp\n{code}\n```");
    }

    [Fact]
    public Task A_failing_program_is_told_of() => FailsAsync("Values differ", "```csharp\nAssert.Equal(1, 2);\n```");

    [Fact]
    public Task A_hidden_program_prints_what_its_page_shows() => CheckAsync("""
        <!-- output of:
        Console.WriteLine(1 + 1);
        -->

        ```json
        2
        ```
        """);

    [Fact]
    public async Task Generated_code_that_the_page_shows_is_looked_for()
    {
        await CheckAsync($"{Prompt}\n\n<!-- generated -->\n```csharp\npartial interface IGuide\n```");
        await FailsAsync("no such generated code", $"{Prompt}\n\n<!-- generated -->\n```csharp\npartial interface IGuides\n```");
    }

    [Fact]
    public Task A_part_of_a_type_and_a_file_beside_the_code_are_put_where_they_belong() => CheckAsync("""
        <!-- file: prompts/ask.md -->
        ```
        {question}
        ```

        <!-- inside: [MimoPrompt] public partial interface IGuide -->
        ```csharp
        [UserPromptFile("prompts/ask.md")]
        Task<string> AskAsync(string question, CancellationToken cancellationToken = default);
        ```
        """);

    [Fact]
    public async Task A_later_type_of_the_same_name_replaces_an_earlier_one_and_a_complete_program_has_its_own_alone()
    {
        await CheckAsync("""
            ```csharp
            public sealed record Place(int Number);
            public sealed record Trip(Place Place);
            ```

            ```csharp
            public sealed record Place(string Name);
            ```

            ```csharp
            Console.WriteLine(new Trip(new Place("Beijing")).Place.Name);
            ```
            """);
        await FailsAsync("CS0246", "```csharp\npublic sealed record Place(int Number);\n```\n\n<!-- complete -->\n```csharp\nConsole.WriteLine(new Place(1));\n```");
        await FailsAsync("CS0103", "<!-- complete -->\n```csharp\nConsole.WriteLine(MimoClient.FromEnvironment());\n```");
    }

    [Theory]
    [InlineData("<!-- cotninues -->\n```csharp\n```")]
    [InlineData("<!-- not run -->\n```csharp\n```")]
    [InlineData("<!-- output -->\n```text\n```")]
    [InlineData("<!-- given: int x = 1; -->\n```text\n```")]
    public void A_comment_that_says_nothing_is_refused(string page) => Assert.Throws<FormatException>(() => SnippetReader.Read(Page.Of(page)));

    private static async Task CheckAsync(string page)
    {
        IReadOnlyList<Snippet> snippets = SnippetReader.Read(Page.Of(page));
        Assert.NotEmpty(snippets);
        foreach (Snippet snippet in snippets)
        {
            await SnippetCheck.CheckAsync(snippet);
        }
    }

    private static async Task FailsAsync(string expected, string page)
    {
        XunitException exception = await Assert.ThrowsAnyAsync<XunitException>(() => CheckAsync(page));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
