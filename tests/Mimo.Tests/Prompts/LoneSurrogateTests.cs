using System.Text.Json.Serialization;

namespace Mimo.Tests.Prompts;

/// <summary>A model may write half a surrogate pair wherever a text can stand. That is no name and no number that anybody asked for, and no more.</summary>
public sealed partial class LoneSurrogateTests
{
    private const string Half = """\ud83d""";

    [Fact]
    public async Task In_the_name_of_a_member_beside_a_streamed_list_it_is_skipped()
    {
        var client = new PiecesClient([$$"""{"{{Half}}":[{"name":"no"}],"value":[{"{{Half}}":1,"name":"yes"}]}"""]);

        Assert.Equal([new Person("yes")], await IAsker.Create(client).ListAsync("all").ToListAsync());
    }

    [Fact]
    public async Task In_the_name_of_a_member_of_a_draft_it_is_skipped()
    {
        var client = new PiecesClient([$$"""{"{{Half}}":"no",""", """ "name":"yes"}"""]);

        List<Person.Draft> drafts = await IAsker.Create(client).WatchAsync("one").ToListAsync();

        Assert.Equal(new Person("yes"), drafts[^1].Value);
        Assert.Equal("yes", drafts[^1].Name);
    }

    [Fact]
    public async Task In_place_of_a_number_that_may_have_a_name_it_is_mended()
    {
        var client = new PiecesClient([$$"""{"value":[{"ratio":"{{Half}}"}]}"""], ["""{"value":[{"ratio":"-Infinity"},{"ratio":"\u004eaN"}]}"""]);

        Assert.Equal([new Share(double.NegativeInfinity), new Share(double.NaN)], await IAsker.Create(client).SharesAsync("all").ToListAsync());

        Assert.Contains("$.value[0].ratio: expected a number", client.Requests[1].Messages[^1].Text);
    }

    [MimoPrompt]
    public partial interface IAsker
    {
        [UserPrompt("{which}")]
        IAsyncEnumerable<Person> ListAsync(string which);

        [UserPrompt("{which}")]
        IAsyncEnumerable<Person.Draft> WatchAsync(string which);

        [UserPrompt("{which}")]
        IAsyncEnumerable<Share> SharesAsync(string which);
    }

    [MimoOutput]
    public sealed partial record Person(string Name);

    public sealed record Share([property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Ratio);
}
