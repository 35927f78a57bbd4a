using Mimo.Testing;
using NSubstitute;

namespace Mimo.Tests.Testing;

/// <summary>
/// Code that is given a prompt interface can be tested without any client: with a substitute, or with a class written by hand. The
/// generated factory is static and abstract in a base only, and implemented by the interface itself, so neither has to know of it.
/// </summary>
public sealed partial class ReplacedPromptTests
{
    private static readonly Verdict Good = new("good");

    [Fact]
    public async Task A_substitute_answers_in_place_of_a_prompt()
    {
        IJudge judge = Substitute.For<IJudge>();
        judge.JudgeAsync("fine").Returns(Good);
        judge.ThinkAsync(Arg.Any<string>(), Arg.Any<MimoTranscript?>(), Arg.Any<CancellationToken>()).Returns(Stream("a", "b"));
        judge.WatchAsync("fine").Returns(Stream(new Verdict.Draft { Word = "go" }, new Verdict.Draft { Word = "good", IsFinished = true, Value = Good }));

        Assert.Equal("GOOD", await Shout(judge, "fine"));
        Assert.Equal("ab", await Join(judge.ThinkAsync("x")));
        await judge.Received(1).JudgeAsync("fine");
        await judge.DidNotReceive().JudgeAsync("bad");
    }

    [Fact]
    public async Task A_class_by_hand_answers_in_place_of_a_prompt()
    {
        Assert.Equal("GOOD", await Shout(new HandMade(), "fine"));
        Assert.Equal("x", await Join(new HandMade().ThinkAsync("x")));
    }

    [Fact]
    public async Task The_factory_still_makes_the_real_prompt_by_type_argument()
    {
        IJudge judge = Make<IJudge>(new FakeMimo(MimoTurn.Text("""{"word":"good"}""")));

        Assert.Equal("GOOD", await Shout(judge, "fine"));
    }

    [Fact]
    public async Task A_substitute_for_the_client_answers_every_prompt()
    {
        IMimoClient client = Substitute.For<IMimoClient>();
        client.SendAsync(Arg.Any<MimoRequest>(), Arg.Any<CancellationToken>()).Returns(new MimoResponse(MimoMessage.Assistant("""{"word":"good"}"""), MimoFinishReason.Stop));

        Assert.Equal("GOOD", await Shout(IJudge.Create(client), "fine"));
    }

    private static T Make<T>(IMimoClient client)
        where T : IMimoPrompt<T> => T.Create(client, services: null);

    /// <summary>The code under test.</summary>
    private static async Task<string> Shout(IJudge judge, string text) => (await judge.JudgeAsync(text)).Word.ToUpperInvariant();

    private static async Task<string> Join(IAsyncEnumerable<string> pieces)
    {
        string text = "";
        await foreach (string piece in pieces)
        {
            text += piece;
        }

        return text;
    }

    private static async IAsyncEnumerable<T> Stream<T>(params T[] items)
    {
        foreach (T item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private sealed class HandMade : IJudge
    {
        public Task<Verdict> JudgeAsync(string text) => Task.FromResult(Good);

        public IAsyncEnumerable<string> ThinkAsync(string text, MimoTranscript? transcript = null, CancellationToken cancellationToken = default) => Stream(text);

        public IAsyncEnumerable<Verdict.Draft> WatchAsync(string text) => Stream(new Verdict.Draft { Value = Good });
    }

    [MimoPrompt]
    public partial interface IJudge
    {
        [UserPrompt("{text}")]
        Task<Verdict> JudgeAsync(string text);

        [UserPrompt("{text}")]
        IAsyncEnumerable<string> ThinkAsync(string text, MimoTranscript? transcript = null, CancellationToken cancellationToken = default);

        [UserPrompt("{text}")]
        IAsyncEnumerable<Verdict.Draft> WatchAsync(string text);
    }

    [MimoOutput]
    public sealed partial record Verdict(string Word);
}
