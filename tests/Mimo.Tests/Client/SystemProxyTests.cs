using System.Net;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

/// <summary>A proxy of the system's is for other machines: what goes to this one would reach it with the key in clear, and could not get back.</summary>
public class SystemProxyTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    [Fact]
    public async Task An_endpoint_on_this_machine_is_reached_without_the_proxy_of_the_system_and_any_other_through_it()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("direct")));
        await using var proxy = new RawServer(RawReply.Json(Samples.Text("by proxy")));
        IWebProxy before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new ProxyForTwo(proxy.Endpoint, server.Endpoint.Port, "inner.test");
            using MimoClient local = server.Client();
            using var remote = new MimoClient(proxy.Options() with { Endpoint = new Uri("http://inner.test"), AllowInsecureHttp = true });

            Assert.Equal("direct", (await local.SendAsync(Request)).Text);
            Assert.Empty(proxy.Requests);
            Assert.Equal("by proxy", (await remote.SendAsync(Request)).Text);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    /// <summary>For the servers of this test alone: others run at the same time, and the proxy is the whole process's.</summary>
    private sealed class ProxyForTwo(Uri proxy, int port, string host) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri address) => address.Port != port && address.Host != host;
    }
}
