using System.Net.Http.Headers;
using System.Text;
using Mimo.Testing.Tests.Faults;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Scripts;

public sealed class JournalTests
{
    [Fact]
    public async Task The_journal_holds_every_request_in_order_with_its_exact_bytes()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        const string First = "{\"model\" : \"mimo-v2-pro\",\"messages\":[{\"role\":\"user\",\"content\":\"h\\u0065llo 🌤\"}]}";
        await wire.ChatAsync(First);
        await wire.ChatAsync("not json");
        await wire.Http.GetAsync("/nowhere?x=1");
        IReadOnlyList<MimoServerRequest> requests = wire.Server.Requests;
        Assert.Equal(["/v1/chat/completions", "/v1/chat/completions", "/nowhere"], requests.Select(request => request.Path));
        Assert.Equal(["POST", "POST", "GET"], requests.Select(request => request.Method));
        Assert.Equal(First, requests[0].BodyText);
        Assert.Equal(Encoding.UTF8.GetBytes(First), requests[0].Body.ToArray());
        Assert.Equal("not json", requests[1].BodyText);
        Assert.True(requests[2].Body.IsEmpty);
    }

    [Fact]
    public async Task The_journal_keeps_headers_but_no_key()
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { ApiKey = "sk-secret" });
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").ToJsonString());
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sk-secret");
        request.Headers.Add("x-api-key", "sk-secret");
        request.Headers.Add("X-Trace", ["a", "b"]);
        await wire.SendAsync(request);
        MimoServerRequest received = Assert.Single(wire.Server.Requests);
        Assert.Equal("Bearer ***", received.Headers["authorization"]);
        Assert.Equal("***", received.Headers["Api-Key"]);
        Assert.Equal("***", received.Headers["X-Api-Key"]);
        Assert.Equal("a, b", received.Headers["x-trace"]);
        Assert.DoesNotContain("sk-secret", string.Join('\n', received.Headers.Values) + received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_comes_in_several_lines_is_kept_as_one()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        await RawConnection.SendAsync(server, Bodies.Saying("Hello."), "X-Trace: a\r\nX-Other: o\r\nX-Trace: b\r\n");
        Assert.Equal("a, b", Assert.Single(server.Requests).Headers["x-trace"]);
    }

    [Fact]
    public async Task A_snapshot_does_not_change_while_requests_arrive_from_many_threads()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        await wire.ChatAsync(Bodies.Saying("first"));
        IReadOnlyList<MimoServerRequest> snapshot = wire.Server.Requests;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(i => wire.ChatAsync(Bodies.Saying($"message {i}"))));
        Assert.Single(snapshot);
        Assert.Equal(33, wire.Server.Requests.Count);
        Assert.Equal(33, wire.Server.Requests.Select(request => request.BodyText).Distinct().Count());
    }

    [Fact]
    public async Task Servers_side_by_side_do_not_see_each_other()
    {
        await using MimoWire one = await MimoWire.StartAsync();
        await using MimoWire two = await MimoWire.StartAsync();
        Assert.NotEqual(one.Server.Endpoint, two.Server.Endpoint);
        await one.ChatAsync(Bodies.Saying("Hello."));
        Assert.Single(one.Server.Requests);
        Assert.Empty(two.Server.Requests);
    }

    [Fact]
    public async Task A_disposed_server_has_freed_its_port()
    {
        MimoServer first = await MimoServer.StartAsync();
        int port = first.Endpoint.Port;
        await first.DisposeAsync();
        await using MimoServer second = await MimoServer.StartAsync(new MimoServerOptions { Port = port });
        Assert.Equal(port, second.Endpoint.Port);
        await Assert.ThrowsAnyAsync<IOException>(() => MimoServer.StartAsync(new MimoServerOptions { Port = port }));
    }
}
