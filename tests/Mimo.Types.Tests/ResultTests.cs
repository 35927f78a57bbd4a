using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>What is only written: nothing is asked of how it was made.</summary>
public sealed partial class ResultTests
{
    [Fact]
    public async Task A_result_needs_no_constructor_that_could_be_called_with_its_members()
    {
        Assert.Equal("""{"name":"a.txt"}""", await Tools.Named("listing").AnswerAsync("{}"));
        Assert.Equal("""{"amount":3.50}""", await Tools.Named("money").AnswerAsync("{}"));
        Assert.Equal("""{"name":"a","more":1}""", await Tools.Named("open").AnswerAsync("{}"));
    }

    [Fact]
    public async Task Constraints_of_a_result_need_not_fit() =>
        Assert.Equal("""{"amount":7}""", await Tools.Named("priced").AnswerAsync("{}"));

    [Fact]
    public async Task A_computed_member_of_a_type_without_a_JSON_form_is_no_part_of_what_is_read() =>
        Assert.Equal("a", await Tools.Named("job").AnswerAsync("""{"job":{"name":"a"}}"""));

    [MimoTool("listing")]
    internal static Listing List() => new(new FileInfo("a.txt"));

    [MimoTool("money")]
    internal static Money Pay() => new("3.50");

    [MimoTool("open")]
    internal static Open Leave() => new("a");

    [MimoTool("priced")]
    internal static Priced Price() => new(7);

    [MimoTool("job")]
    internal static string Start(Job job) => job.Name;

    public sealed class Listing(FileInfo file)
    {
        public string Name { get; } = file.Name;
    }

    public sealed class Money(string amount)
    {
        public decimal Amount { get; } = decimal.Parse(amount, CultureInfo.InvariantCulture);
    }

    public sealed class Open(string name)
    {
        public string Name { get; } = name;

        [JsonExtensionData]
        public IDictionary<string, object> Rest { get; } = new Dictionary<string, object> { ["more"] = 1 };
    }

    public sealed record Priced([property: StringLength(5)] int Amount);

    public sealed record Job(string Name)
    {
        public Action Run => static () => { };

        public Stream? Output => null;
    }
}
