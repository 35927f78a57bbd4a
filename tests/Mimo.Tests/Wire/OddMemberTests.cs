using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Tests.Wire.Recordings;
using Mimo.Wire;

namespace Mimo.Tests.Wire;

/// <summary>Members that nobody documents, and documented ones of kinds that nobody documents, put at each place of an answer in turn.</summary>
public class OddMemberTests
{
    private static readonly string[] Unknown =
    [
        """{"id":"no","model":"no","type":"message_stop","content":[{"type":"text","text":"no"}],"choices":[{"message":{"content":"no"}}],"usage":{"input_tokens":9}}""",
        """[["text"],{"text":"no"},7]""",
        "\"text\"",
        "null",
    ];

    private static readonly string[] OddKinds = ["null", "true", """{"a":[{"b":[1]}],"c":"no"}""", """[["text",{"text":["no"]}]]"""];

    private static readonly Dictionary<(MimoFormat, bool), string> Answers = new()
    {
        [(MimoFormat.OpenAI, false)] = """
            [{"id":"I","model":"M","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant",
              "content":[{"type":"text","text":"Hel"},{"type":"text","text":"lo"}],"reasoning_content":"hm",
              "tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}},{"index":1,"id":"b","function":{"name":"g","arguments":"[1]"}}],
              "annotations":[{"type":"url_citation","url":"u","title":"t","summary":"s","site_name":"n","logo_url":"l","publish_time":"p"},{"url":"v"}],
              "error_message":"e"}},{"index":1,"message":{"content":"no","tool_calls":[{"id":"no"}]}}],
              "usage":{"prompt_tokens":7,"completion_tokens":8,"prompt_tokens_details":{"cached_tokens":2},"completion_tokens_details":{"reasoning_tokens":3},
                "web_search_usage":{"tool_usage":5,"page_usage":6}}}]
            """,
        [(MimoFormat.OpenAI, true)] = """
            [{"id":"I","model":"M","choices":[{"index":0,"delta":{"role":"assistant","content":"","reasoning_content":"hm"},"finish_reason":null}],"usage":null},
             {"id":"I","model":"M","choices":[{"delta":{"content":"Hel","annotations":[{"url":"u","title":"t"}]}}]},
             {"id":"I","model":"M","choices":[{"delta":{"content":"lo","annotations":[{"url":"v"}],"error_message":"e"}}]},
             {"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{\"x\":"}},{"id":"b","function":{"name":"g"}}]}}]},
             {"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}},{"index":1,"function":{"arguments":"[1]"}}],"error_message":""},"finish_reason":"tool_calls"}]},
             {"id":"I","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":8,"prompt_tokens_details":{"cached_tokens":2},"completion_tokens_details":{"reasoning_tokens":3}}}]
            """,
        [(MimoFormat.Anthropic, false)] = """
            [{"id":"I","type":"message","role":"assistant","model":"M","stop_reason":"tool_use",
              "usage":{"input_tokens":1,"output_tokens":4,"cache_read_input_tokens":300,"cache_creation_input_tokens":20},
              "content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"thinking","reasoning_content":" and"},{"type":"text","text":"Hel"},{"type":"text","text":"lo"},
                {"type":"tool_use","id":"a","name":"f","input":{"x":[1]}}]}]
            """,
        [(MimoFormat.Anthropic, true)] = """
            [{"type":"message_start","message":{"id":"I","type":"message","usage":{"input_tokens":1,"output_tokens":0},"content":[],"model":"M"}},
             {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"h","signature":"s"}},
             {"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"m"},"index":0},
             {"type":"content_block_delta","delta":{"type":"signature_delta","signature":"t"},"index":0},
             {"type":"content_block_stop","index":0},
             {"type":"content_block_start","content_block":{"type":"text","text":"H"},"index":1},
             {"type":"content_block_delta","delta":{"type":"text_delta","text":"i"},"index":1},
             {"type":"content_block_stop","index":1},
             {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"a","name":"f","input":{}}},
             {"delta":{"partial_json":"{\"x\":1}","type":"input_json_delta"},"index":2,"type":"content_block_delta"},
             {"type":"content_block_stop","index":2},
             {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":4,"cache_read_input_tokens":300,"cache_creation_input_tokens":20}},
             {"message":{"role":"assistant"},"type":"message_stop"}]
            """,
    };

    public static TheoryData<MimoFormat, bool> Kinds => new() { { MimoFormat.OpenAI, false }, { MimoFormat.OpenAI, true }, { MimoFormat.Anthropic, false }, { MimoFormat.Anthropic, true } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Unknown_members_cost_nothing_wherever_they_stand(MimoFormat format, bool isStreamed)
    {
        string expected = Read(format, isStreamed, Parse(format, isStreamed));
        Assert.Contains("a:f(", expected, StringComparison.Ordinal);
        Assert.All(Unknown, unknown =>
        {
            JsonArray grown = Parse(format, isStreamed);
            foreach (JsonObject place in Members(grown).Select(static member => member.Place).Distinct().ToList())
            {
                for (int i = place.Count; i >= 0; i--)
                {
                    place.Insert(i, $"more{i}", JsonNode.Parse(unknown));
                }
            }

            Assert.Equal(expected, Read(format, isStreamed, grown));
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_member_of_an_unexpected_kind_counts_as_absent_and_what_follows_it_is_read(MimoFormat format, bool isStreamed)
    {
        for (int i = 0; i < Members(Parse(format, isStreamed)).Count(); i++)
        {
            JsonArray without = Parse(format, isStreamed);
            (JsonObject place, string name) = Members(without).ElementAt(i);

            // Arguments may be any JSON, and content of any kind makes a message of the Anthropic format an answer.
            if (name is "input" or "arguments" || (name == "content" && format == MimoFormat.Anthropic && place.Parent?.Parent is null))
            {
                continue;
            }

            string path = place[name]?.GetPath() ?? name;
            place.Remove(name);
            string expected = $"{path}: {Read(format, isStreamed, without)}";
            foreach (string odd in OddKinds)
            {
                JsonArray with = Parse(format, isStreamed);
                Members(with).ElementAt(i).Place[name] = JsonNode.Parse(odd);
                Assert.Equal(expected, $"{path}: {Read(format, isStreamed, with)}");
            }
        }
    }

    private static JsonArray Parse(MimoFormat format, bool isStreamed) => JsonNode.Parse(Answers[(format, isStreamed)])!.AsArray();

    /// <summary>Every member of every object but those of what a call is given.</summary>
    private static IEnumerable<(JsonObject Place, string Name)> Members(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Members),
        JsonObject place => place.SelectMany(member => Members(member.Key == "input" ? null : member.Value).Prepend((place, member.Key))),
        _ => [],
    };

    /// <summary>All that is told of an answer, or why there is none.</summary>
    private static string Read(MimoFormat format, bool isStreamed, JsonArray events)
    {
        try
        {
            if (!isStreamed)
            {
                return Describe(ResponseReader.Read(Encoding.UTF8.GetBytes(events[0]!.ToJsonString()), format));
            }

            StreamDecoder decoder = StreamDecoder.Create(format);
            foreach (JsonNode? data in events)
            {
                decoder.Accept(Encoding.UTF8.GetBytes(data!.ToJsonString()));
            }

            bool isWhole = decoder.TryFinish();
            return $"{isWhole} {decoder.IsEnded}\n{string.Join('\n', decoder.Updates.Select(static update => update is MimoFinishedUpdate end ? Describe(end.Response) : update.ToString()))}";
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private static string Describe(MimoResponse response) =>
        $"{Told.By(response)}\n{string.Join('\n', response.Citations)}\n{string.Join('\n', response.Message.Content.Select(static part => (part as MimoReasoningContent)?.Signature))}";
}
