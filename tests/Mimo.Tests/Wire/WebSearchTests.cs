using Mimo.Testing;
using Mimo.Tests.Client;

namespace Mimo.Tests.Wire;

public class WebSearchTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("Who won?")], WebSearch = new MimoWebSearch { ForceSearch = true } };

    private static readonly MimoCitation Citation = new()
    {
        Type = "url_citation",
        Uri = "https://example.org/a?b=1",
        Title = "A \"title\" 标题",
        Summary = "Short.",
        SiteName = "Site",
        LogoUri = "https://example.org/l.png",
        PublishTime = "2026-01-02",
    };

    [Fact]
    public void The_search_stands_among_the_tools()
    {
        MimoRequest request = Request with
        {
            Tools = new MimoToolSet(SampleTools.Weather()),
            WebSearch = new MimoWebSearch
            {
                ForceSearch = true,
                MaxKeywords = 5,
                Limit = 50,
                UserLocation = new MimoUserLocation { Country = "China", Region = "Hubei", City = "Wuhan" },
            },
        };

        Json.AssertEqual(
            $$$"""
            {"messages":[{"role":"user","content":"Who won?"}],"stream":false,"tool_choice":"auto","tools":[
              {"type":"function","function":{"name":"get_current_weather","description":"Get the current weather in a given location","parameters":{{{SampleTools.WeatherSchema}}}}},
              {"type":"web_search","force_search":true,"max_keyword":5,"limit":50,"user_location":{"type":"approximate","country":"China","region":"Hubei","city":"Wuhan"}}]}
            """,
            Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void A_search_alone_says_only_what_is_set()
    {
        Json.AssertEqual(
            """{"messages":[],"stream":false,"tool_choice":"auto","tools":[{"type":"web_search"}]}""",
            Json.Write(new MimoRequest { WebSearch = new MimoWebSearch() }, MimoFormat.OpenAI));
    }

    [Fact]
    public void The_anthropic_format_has_no_search_and_says_so()
    {
        NotSupportedException exception = Assert.Throws<NotSupportedException>(() => Json.Write(Request, MimoFormat.Anthropic));

        Assert.Contains("WebSearch", exception.Message);
        Assert.Contains("MimoFormat.OpenAI", exception.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void A_bound_the_server_would_refuse_is_refused_at_once(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>("MaxKeywords", () => new MimoWebSearch { MaxKeywords = value });
        Assert.Throws<ArgumentOutOfRangeException>("Limit", () => new MimoWebSearch { Limit = value });
    }

    [Fact]
    public async Task Sources_and_their_cost_are_read()
    {
        MimoResponse response = await ReadAsync(
            """
            {"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":"X won.","annotations":[
              {"type":"url_citation","url":"https://example.org/a?b=1","title":"A \"title\" 标题","summary":"Short.","site_name":"Site","logo_url":"https://example.org/l.png","publish_time":"2026-01-02","more":[1]},
              {"url":"https://example.org/b","title":null,"publish_time":{"odd":true}}],"error_message":"one engine failed"}}],
             "usage":{"prompt_tokens":1,"completion_tokens":2,"web_search_usage":{"tool_usage":3,"page_usage":7,"other":1}}}
            """);

        Assert.Equal([Citation, new MimoCitation { Uri = "https://example.org/b" }], response.Citations);
        Assert.Equal("one engine failed", response.ErrorMessage);
        Assert.Equal((3, 7), (response.Usage!.WebSearches, response.Usage.WebPages));
        Assert.Equal((6, 14), ((response.Usage + response.Usage).WebSearches, (response.Usage + response.Usage).WebPages));
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("[]", "\"\"")]
    [InlineData("{}", "{}")]
    [InlineData("[null,1,\"x\",[]]", "[1]")]
    public async Task Without_sources_there_are_none(string annotations, string error)
    {
        MimoResponse response = await ReadAsync(
            $$$"""{"choices":[{"finish_reason":"stop","message":{"content":"ok","annotations":{{{annotations}}},"error_message":{{{error}}}}}],"usage":{"web_search_usage":null}}""");

        Assert.Equal("ok", response.Text);
        Assert.Empty(response.Citations);
        Assert.Null(response.ErrorMessage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_local_MiMo_searches_where_the_request_allows_it(bool isStreamed)
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using MimoClient client = new(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint });
        server.Enqueue(
            MimoTurn.Text("X won.").WithCitations(Citation),
            MimoTurn.Text("Nobody knows.").WithSearchError("The search failed."),
            MimoTurn.Text("X won.").WithCitations(Citation),
            MimoTurn.ToolCall("f", "{}").WithCitations(Citation));

        MimoResponse found = await AskAsync(client, Request, isStreamed);
        MimoResponse failed = await AskAsync(client, Request, isStreamed);
        MimoResponse unasked = await AskAsync(client, Request with { WebSearch = null }, isStreamed);
        MimoResponse calls = await AskAsync(client, Request, isStreamed);
        MimoResponse unscripted = await AskAsync(client, Request, isStreamed);

        Assert.Equal([Citation], found.Citations);
        Assert.Equal((1, 1), (found.Usage!.WebSearches, found.Usage.WebPages));
        Assert.Empty(failed.Citations);
        Assert.Equal("The search failed.", failed.ErrorMessage);
        Assert.Equal((1, 0), (failed.Usage!.WebSearches, failed.Usage.WebPages));
        Assert.Empty(unasked.Citations);
        Assert.Equal(0, unasked.Usage!.WebSearches);
        Assert.Empty(calls.Citations);
        Assert.Equal(0, calls.Usage!.WebSearches);
        Assert.Equal("Who won?", Assert.Single(unscripted.Citations).Title);
    }

    /// <summary>Asks; a streamed answer must tell of each source as it comes, before the text.</summary>
    private static async Task<MimoResponse> AskAsync(MimoClient client, MimoRequest request, bool isStreamed)
    {
        if (!isStreamed)
        {
            return await client.SendAsync(request);
        }

        List<MimoUpdate> updates = [];
        await foreach (MimoUpdate update in client.StreamAsync(request))
        {
            updates.Add(update);
        }

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;
        Assert.Equal(response.Citations, updates.Take(response.Citations.Count).OfType<MimoCitationUpdate>().Select(static update => update.Citation));
        Assert.Equal(response.Citations.Count, updates.OfType<MimoCitationUpdate>().Count());
        return response;
    }

    private static async Task<MimoResponse> ReadAsync(string body)
    {
        await using var server = new RawServer(RawReply.Json(body));
        using MimoClient client = server.Client();
        return await client.SendAsync(Request);
    }
}
