using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Mimo.Docs.Tests.Pages;
using Mimo.Docs.Tests.Snippets;

namespace Mimo.Docs.Tests;

/// <summary>What can be set, and what is taken for granted, is named on the page that is about it.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Every_option_of_tools_is_named_on_their_page()
    {
        string[] code = [.. Page.Read("docs/tools.md").InlineCode()];
        Assert.All(Options(typeof(MimoToolAttribute)), option => Assert.Contains(code, text => Regex.IsMatch(text, $@"\b{option.Name}\b")));
    }

    [Theory]
    [InlineData("docs/applications.md", typeof(MimoClientOptions))]
    [InlineData("docs/applications.md", typeof(MimoRetryOptions))]
    [InlineData("docs/prompts.md", typeof(MimoPromptAttribute))]
    public void Every_option_has_a_row_of_a_table(string path, Type options)
    {
        string[] rows = [.. Page.Read(path).TableRows().Select(static row => row[0])];
        Assert.Empty(Options(options).Select(static option => option.Name).Except(rows));
    }

    [Theory]
    [InlineData(typeof(MimoClientOptions))]
    [InlineData(typeof(MimoRetryOptions))]
    public void A_default_that_is_told_is_the_default(Type type)
    {
        object options = Activator.CreateInstance(type)!;
        ILookup<string, string> told = Page.Read("docs/applications.md").TableRows().ToLookup(static row => row[0], static row => row[^1]);
        (string Name, string Default)[] simple =
        [
            .. Options(type)
                .Select(option => (option.Name, Default: Written(option.GetValue(options))))
                .Where(static option => option.Default is not null)
                .Select(static option => (option.Name, option.Default!)),
        ];
        Assert.True(simple.Length > 5);
        Assert.Equal(simple, simple.Select(option => (option.Name, Assert.Single(told[option.Name]))));
    }

    [Fact]
    public void The_first_page_names_the_usings_that_examples_take_for_granted() =>
        Assert.Empty(SnippetReader.Assumed.Except(Page.Read("docs/README.md").InlineCode()));

    private static PropertyInfo[] Options(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    /// <summary>A value as the tables write it; null for one that they tell in words of their own.</summary>
    private static string? Written(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long bytes => $"{bytes / (1024 * 1024)} MB",
        string text => text,
        Enum constant => $"{constant.GetType().Name}.{constant}",
        TimeSpan time when time == Timeout.InfiniteTimeSpan => "none",
        TimeSpan { TotalMinutes: >= 1 } time => Counted(time.TotalMinutes, "minute"),
        TimeSpan time => Counted(time.TotalSeconds, "second"),
        Uri address when address == MimoEndpoints.MimoV2 => $"{nameof(MimoEndpoints)}.{nameof(MimoEndpoints.MimoV2)}",
        TimeProvider clock when clock == TimeProvider.System => $"{nameof(TimeProvider)}.{nameof(TimeProvider.System)}",
        MimoRetryOptions retry when retry == new MimoRetryOptions() => $"new {nameof(MimoRetryOptions)}()",
        _ => null,
    };

    private static string Counted(double count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
