using System.Net;
using System.Text;

namespace Mimo.Tests.Wire;

/// <summary>What a client hands to HTTP for a request.</summary>
internal static class SentBody
{
    public static string Of(MimoRequest request, MimoFormat format)
    {
        using var handler = new Handler(Samples.Response(format));
        using var client = new MimoClient(new MimoClientOptions { ApiKey = "sk-test-key", Format = format, HttpHandler = handler });
        client.SendAsync(request).GetAwaiter().GetResult();
        Assert.Equal(handler.Length, handler.Body.Length);
        return Encoding.UTF8.GetString(handler.Body);
    }

    private sealed class Handler(string answer) : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        public long? Length { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Length = request.Content!.Headers.ContentLength;
            Body = await request.Content.ReadAsByteArrayAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }
    }
}
