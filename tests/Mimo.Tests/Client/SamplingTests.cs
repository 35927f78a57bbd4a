using System.Collections.Concurrent;
using System.Diagnostics;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

/// <summary>What the conventions want a sampler to decide by is there when it is asked, not only later.</summary>
[Collection(Listeners.Alone)]
public class SamplingTests
{
    [Theory]
    [InlineData(ActivitySamplingResult.AllData)]
    [InlineData(ActivitySamplingResult.None)]
    public async Task A_sampler_is_told_what_is_asked_of_whom_and_which_tool_runs(ActivitySamplingResult decision)
    {
        string model = $"model-{Guid.NewGuid()}";
        string tool = $"t_{Guid.NewGuid():N}";
        var asked = new ConcurrentQueue<(string Name, KeyValuePair<string, object?>[] Tags)>();
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Mimo",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                asked.Enqueue((options.Name, [.. options.Tags ?? []]));
                return decision;
            },
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("call_1", tool, "{}"))), RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();

        await client.RunAsync(new MimoRequest
        {
            Model = model,
            Messages = [MimoMessage.User("q")],
            Tools = new MimoToolSet(SampleTools.Named(tool, static text => text)),
        });

        (string Name, KeyValuePair<string, object?>[] Tags)[] chats = [.. asked.Where(activity => activity.Name == $"chat {model}")];
        Assert.Equal(2, chats.Length);
        Assert.All(chats, chat => Assert.Equal(
            [
                new("gen_ai.operation.name", "chat"),
                new("gen_ai.provider.name", "mimo"),
                new("gen_ai.request.model", model),
                new("server.address", "127.0.0.1"),
                new("server.port", server.Endpoint.Port),
            ],
            chat.Tags));
        Assert.Equal(
            [new("gen_ai.operation.name", "execute_tool"), new("gen_ai.tool.name", tool)],
            Assert.Single(asked, activity => activity.Name == $"execute_tool {tool}").Tags);
        Activity[] ours = [.. stopped.Where(activity => activity.DisplayName == $"chat {model}" || activity.DisplayName == $"execute_tool {tool}")];
        Assert.Equal(decision == ActivitySamplingResult.None ? 0 : 3, ours.Length);
        Assert.All(ours, static activity => Assert.Distinct(activity.TagObjects.Select(static tag => tag.Key)));
    }
}
