using Mimo.ToolLoop;

namespace Mimo.Tests.ToolLoop;

public class RunConversationTests
{
    [Fact]
    public async Task What_was_given_of_a_conversation_stays_as_it_was_also_for_a_reader_beside_the_writer()
    {
        MimoMessage[] all = [.. Enumerable.Range(0, 200).Select(static index => MimoMessage.User($"{index}"))];
        var conversation = new RunConversation(all[..2], count: 1);
        var parts = new List<IReadOnlyList<MimoMessage>> { conversation.Snapshot() };
        IReadOnlyList<MimoMessage> early = parts[0];
        using var end = new CancellationTokenSource();
        Task reading = Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                Assert.Same(all[0], Assert.Single(early));
                Assert.Same(all[0], early[0]);
            }
        });

        for (int count = 1; count < all.Length; count++)
        {
            conversation.AddRange([all[count]]);
            parts.Add(conversation.Snapshot());
        }

        await end.CancelAsync();
        await reading;
        Assert.All(parts, (part, index) => Assert.Equal(all[..(index + 1)], part));
    }
}
