using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Anthropic;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Faults;

public sealed class DeliveryFaultTests
{
    private static readonly MimoTurn Turn = MimoTurn.Text("The sky over 北京 is blue 🌤️.", reasoning: "Let me see.");

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(true, 777)]
    [InlineData(false, 0)]
    [InlineData(false, 100)]
    public async Task A_cut_lets_exactly_the_given_bytes_through_and_breaks_the_connection(bool stream, int bytes)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(Turn.WithFault(MimoFault.CutAfter(bytes)));
        (byte[] received, Exception? broken) = await ReadAsync(wire, stream);
        Assert.Equal(bytes, received.Length);
        Assert.IsAssignableFrom<IOException>(broken);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 777)]
    [InlineData(false, 100)]
    public async Task An_early_end_lets_exactly_the_given_bytes_through_on_a_sound_connection(bool stream, int bytes)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(Turn.WithFault(MimoFault.EndAfter(bytes)));
        (byte[] received, Exception? broken) = await ReadAsync(wire, stream);
        Assert.Equal(bytes, received.Length);
        Assert.Null(broken);
    }

    [Fact]
    public async Task Cuts_leave_the_bytes_before_them_as_they_would_have_been()
    {
        await using MimoWire whole = await MimoWire.StartAsync(new MimoServerOptions { TimeProvider = new StoppedClock() });
        await using MimoWire cut = await MimoWire.StartAsync(new MimoServerOptions { TimeProvider = new StoppedClock() });
        whole.Server.Enqueue(Turn);
        cut.Server.Enqueue(Turn.WithFault(MimoFault.CutAfter(1000)));
        byte[] expected = (await ReadAsync(whole, stream: true)).Received;
        byte[] actual = (await ReadAsync(cut, stream: true)).Received;
        Assert.Equal(expected[..1000], actual);
    }

    [Fact]
    public async Task No_response_closes_the_connection_before_the_status()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(Turn.WithFault(MimoFault.NoResponse));
        Assert.Equal("", await RawConnection.SendAsync(wire.Server, Bodies.Saying("Hello.")));
    }

    [Fact]
    public async Task A_stall_holds_the_connection_while_others_are_served_until_the_server_goes()
    {
        MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(Turn.WithFault(MimoFault.StallAfter(50)));
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").With("stream", (JsonNode)true).ToJsonString());
        using HttpResponseMessage response = await wire.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[50]);
        Task<int> next = body.ReadAsync(new byte[1]).AsTask();
        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(Bodies.Saying("Hello."))).Status);
        Assert.False(next.IsCompleted);
        await wire.Server.DisposeAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => next);
        wire.Http.Dispose();
    }

    [Fact]
    public async Task A_client_that_hangs_up_ends_a_stall()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(Turn.WithFault(MimoFault.StallAfter(0)));
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").ToJsonString());
        using HttpResponseMessage response = await wire.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Dispose();
        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(Bodies.Saying("Hello."))).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Pieces_arrive_in_frames_of_their_own_and_join_to_the_same_stream(int bytes)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying("Hello.").With("stream", (JsonNode)true);
        wire.Server.Enqueue(Turn.WithFault(MimoFault.InPieces(bytes)), Turn);
        List<int> pieces = RawConnection.ChunkSizes(RawConnection.Body(await RawConnection.SendAsync(wire.Server, body)));
        List<int> events = RawConnection.ChunkSizes(RawConnection.Body(await RawConnection.SendAsync(wire.Server, body)));
        Assert.All(pieces, size => Assert.InRange(size, 0, bytes));
        Assert.True(pieces.Count > events.Count);
        Assert.Contains(events, size => size > 100);
        Assert.Equal(0, pieces[^1]);

        wire.Server.Enqueue(Turn.WithFault(MimoFault.InPieces(bytes)));
        List<SseItem<string>> items = await wire.StreamAsync(Bodies.Saying("Hello."));
        Assert.Equal("The sky over 北京 is blue 🌤️.", string.Concat(items
            .Where(item => item.Data != "[DONE]")
            .Select(item => JsonNode.Parse(item.Data)!["choices"]!.AsArray())
            .Where(choices => choices.Count > 0)
            .Select(choices => choices[0]!["delta"]!["content"]?.GetValue<string>())));
    }

    [Fact]
    public async Task An_error_event_takes_the_place_of_the_rest_of_a_stream()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = Turn.WithFault(MimoFault.ErrorAfter(2, "429", "Too many requests", type: "limitation"));
        wire.Server.Enqueue(turn, turn, turn);
        List<SseItem<string>> openAI = await wire.StreamAsync(Bodies.Saying("Hello."));
        Assert.Equal(3, openAI.Count);
        Assert.Equal("""{"error":{"code":"429","message":"Too many requests","param":"","type":"limitation"}}""", openAI[2].Data);

        List<SseItem<string>> anthropic = await wire.StreamAsync(AnthropicBodies.Saying("Hello."), AnthropicBodies.Path);
        Assert.Equal(3, anthropic.Count);
        Assert.Equal("error", anthropic[2].EventType);
        Assert.Equal("""{"type":"error","error":{"type":"limitation","message":"Too many requests","code":"429","param":""}}""", anthropic[2].Data);

        Assert.Equal("stop", (await wire.ChatAsync(Bodies.Saying("Hello."))).Choice["finish_reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_error_event_without_a_parameter_and_a_type_lacks_their_keys()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = Turn.WithFault(MimoFault.ErrorAfter(0, "429", "Too many requests", parameter: null, type: null));
        wire.Server.Enqueue(turn, turn);
        Assert.Equal("""{"error":{"code":"429","message":"Too many requests"}}""", (await wire.StreamAsync(Bodies.Saying("Hello.")))[0].Data);
        List<SseItem<string>> anthropic = await wire.StreamAsync(AnthropicBodies.Saying("Hello."), AnthropicBodies.Path);
        Assert.Equal("""{"type":"error","error":{"message":"Too many requests","code":"429"}}""", anthropic[0].Data);
    }

    [Fact]
    public async Task A_data_prefix_stands_before_an_error_and_nothing_else()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.ServerError().WithFault(MimoFault.DataPrefix), MimoTurn.Text("a").WithFault(MimoFault.DataPrefix));
        WireAnswer error = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal(HttpStatusCode.InternalServerError, error.Status);
        Assert.Equal("""data:{"error":{"code":"500","message":"Internal Server Error","param":"","type":""}}""", error.Text);
        Assert.Equal("a", (await wire.ChatAsync(Bodies.Saying("Hello."))).Content);
    }

    [Fact]
    public void What_a_fault_cannot_be_is_said_when_it_is_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MimoFault.CutAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MimoFault.InPieces(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MimoFault.ErrorAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MimoServerOptions { FaultRate = 1.1 });
    }

    private static async Task<(byte[] Received, Exception? Broken)> ReadAsync(MimoWire wire, bool stream)
    {
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").With("stream", (JsonNode)stream).ToJsonString());
        using HttpResponseMessage response = await wire.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        using var received = new MemoryStream();
        Exception? broken = await Record.ExceptionAsync(() => body.CopyToAsync(received));
        return (received.ToArray(), broken);
    }
}
