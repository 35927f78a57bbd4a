using System.Reflection;
using Mimo.Docs.Tests.Pages;
using Mimo.Docs.Tests.Snippets;

namespace Mimo.Docs.Tests;

/// <summary>What can be set, and what is taken for granted, is named on the page that is about it.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("docs/applications.md", typeof(MimoClientOptions))]
    [InlineData("docs/applications.md", typeof(MimoRetryOptions))]
    [InlineData("docs/prompts.md", typeof(MimoPromptAttribute))]
    [InlineData("docs/tools.md", typeof(MimoToolAttribute))]
    public void Every_option_is_named_on_its_page(string path, Type options)
    {
        string[] code = [.. Page.Read(path).InlineCode()];
        string[] unnamed =
        [
            .. options.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(static property => property.Name)
                .Where(name => !code.Any(text => text.Contains(name, StringComparison.Ordinal))),
        ];
        Assert.Empty(unnamed);
    }

    [Fact]
    public void The_first_page_names_the_usings_that_examples_take_for_granted() =>
        Assert.Empty(SnippetReader.Assumed.Except(Page.Read("docs/README.md").InlineCode()));
}
