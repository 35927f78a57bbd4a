using Microsoft.Data.Sqlite;
using Mimo.Testing;
using SupportAgent;

namespace Mimo.Samples.Tests;

public sealed class SupportAgentTests
{
    private const string FindOrders = "Find the orders of ada@example.com.";

    [Fact]
    public async Task Orders_are_looked_up_a_refund_needs_approval_and_the_next_run_goes_on()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string first) = await SampleProcess.RunAsync(typeof(ISupportAgent), folder.Path, [FindOrders, "Refund order 1001.", "n", "Refund order 1001.", "y"]);
        (_, string second) = await SampleProcess.RunAsync(typeof(ISupportAgent), folder.Path, [FindOrders, "Refund order 1001.", "y"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("0 messages from earlier.", first, StringComparison.Ordinal);
        Assert.Contains("\"number\":1001,\"item\":\"Tent \\\"Ridge\\\" for two\",\"total\":249,\"status\":\"Delivered\"", first, StringComparison.Ordinal);
        Assert.Contains("allow refund_order({\"number\":1001})? y/n: agent: refund_order says: The call was not approved and did not run. The supervisor did not approve.", first, StringComparison.Ordinal);
        Assert.Contains("Order 1001 is refunded.", first, StringComparison.Ordinal);
        Assert.Contains("12 messages from earlier.", second, StringComparison.Ordinal);
        Assert.Contains("\"total\":249,\"status\":\"Refunded\"", second, StringComparison.Ordinal);
        Assert.Contains("Order 1001 was not refunded: there is no delivered order of that number.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_before_goes_to_the_model_with_the_tool_calls_and_the_reasoning()
    {
        await using SqliteConnection shop = await Shop.OpenAsync(":memory:");
        var transcript = new MimoTranscript();
        var fake = new FakeMimo(
            MimoTurn.ToolCall("find_orders", """{"email":"alan@example.com"}""", reasoning: "Look first."),
            MimoTurn.Text("A head torch."),
            MimoTurn.Text("You are welcome."));
        ISupportAgent agent = ISupportAgent.Create(fake, new OrderTools(shop));

        await agent.AnswerAsync("What did alan@example.com order?", transcript, new MimoCallOptions());
        await agent.AnswerAsync("Thanks!", transcript, new MimoCallOptions());

        IReadOnlyList<MimoMessage> last = fake.Requests[^1].Messages;
        Assert.Equal([MimoRole.System, MimoRole.User, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant, MimoRole.User], last.Select(static message => message.Role));
        Assert.Equal("Look first.", last[2].Reasoning);
        Assert.Contains("Head torch", last[3].Text, StringComparison.Ordinal);
    }
}
