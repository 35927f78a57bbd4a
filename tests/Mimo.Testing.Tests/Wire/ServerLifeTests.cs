using System.Net.Sockets;

namespace Mimo.Testing.Tests.Wire;

public sealed class ServerLifeTests
{
    [Fact]
    public async Task A_server_may_be_disposed_more_than_once_and_each_time_waits_until_it_has_stopped()
    {
        MimoServer server = await MimoServer.StartAsync();

        await Task.WhenAll(server.DisposeAsync().AsTask(), server.DisposeAsync().AsTask());
        await server.DisposeAsync();

        using var connection = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => connection.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port));
    }
}
