using System.Net;
using System.Net.Http.Headers;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>Takes the whole request and answers at once with the same bytes.</summary>
internal sealed class StubHandler(byte[] answer, string mediaType) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(answer) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
            RequestMessage = request,
        };
    }
}
