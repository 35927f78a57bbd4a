namespace Mimo.Tests.Prompts;

/// <summary>Who has the whole answer need not read on.</summary>
public sealed partial class StoppedStreamTests
{
    [Fact]
    public async Task A_stream_of_drafts_that_is_left_at_the_whole_answer_has_it_in_the_transcript()
    {
        const string Answer = """{"name":"Ann"}""";
        var transcript = new MimoTranscript();

        await foreach (Person.Draft draft in IAsker.Create(new PiecesClient(PiecesClient.Cut(Answer, [5]))).WatchAsync("who?", transcript))
        {
            if (draft.Value is not null)
            {
                break;
            }
        }

        Assert.Equal(["who?", Answer], transcript.Select(static message => message.Text));
    }

    [Fact]
    public async Task A_list_that_only_the_whole_answer_shows_is_in_the_transcript_when_the_stream_is_left_at_its_first_item()
    {
        const string Answer = """{"value":"[{\"name\":\"Ann\"},{\"name\":\"Bob\"}]"}""";
        var transcript = new MimoTranscript();

        await foreach (Person person in IAsker.Create(new PiecesClient([Answer])).ListAsync("who?", transcript))
        {
            Assert.Equal("Ann", person.Name);
            break;
        }

        Assert.Equal(["who?", Answer], transcript.Select(static message => message.Text));
    }

    [MimoPrompt]
    public partial interface IAsker
    {
        [UserPrompt("{text}")]
        IAsyncEnumerable<Person.Draft> WatchAsync(string text, MimoTranscript transcript);

        [UserPrompt("{text}")]
        IAsyncEnumerable<Person> ListAsync(string text, MimoTranscript transcript);
    }

    [MimoOutput]
    public sealed partial record Person(string Name);
}
