using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Mimo.Package.Tests;

/// <summary>A stranger's web service, started as a process and called over HTTP.</summary>
[Collection(Strangers.Name)]
public sealed partial class WebApiTests(PackageFeed feed)
{
    [Fact]
    public async Task A_web_service_answers_typed_and_as_a_stream()
    {
        using Process process = feed.Start("WebApi", "--urls", "http://127.0.0.1:0");
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = await AddressAsync(process), Timeout = TimeSpan.FromSeconds(30) };

            await ScriptAsync("""{"number":7,"state":"Shipped","items":["a tent"]}""");
            Assert.Equal("""{"number":7,"state":"Shipped","items":["a tent"]}""", await http.GetStringAsync("/order/7"));

            (await http.PostAsJsonAsync("/script/call/count_stock", """{"item":"tent"}""")).EnsureSuccessStatusCode();
            await ScriptAsync("There are four.");
            string events = await http.GetStringAsync("/ask?question=How+many%3F");
            Assert.Equal("There are four.", string.Concat(EventData().Matches(events).Select(static match => match.Groups[1].Value)));

            async Task ScriptAsync(params string[] answers) => (await http.PostAsJsonAsync("/script", answers)).EnsureSuccessStatusCode();
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        var printed = new List<string>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            printed.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException($"The service ended:\n{string.Join('\n', printed)}\n{await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"^data: ?(.*)$", RegexOptions.Multiline)]
    private static partial Regex EventData();
}
