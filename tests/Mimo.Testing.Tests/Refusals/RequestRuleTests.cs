using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

public sealed class RequestRuleTests
{
    [Theory]
    [InlineData("mimo-v2-pro")]
    [InlineData("mimo-v2-omni")]
    [InlineData("mimo-v2-flash")]
    [InlineData("mimo-v2.5")]
    [InlineData("mimo-v2.5-pro")]
    [InlineData("mimo-v2.6-pro")]
    [InlineData("mimo-v2.6-flash")]
    [InlineData("mimo-v2.6-pro-ultraspeed")]
    public async Task Every_chat_model_of_both_hosts_is_known(string model)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello.").With("model", (JsonNode)model));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(model, answer.Json["model"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("mimo-v9")]
    [InlineData("MiMo-V2-Pro")]
    [InlineData("mimo-v2.6-pro[1m]")]
    [InlineData("xiaomi/mimo-v2.5-pro")]
    [InlineData("mimo-v2.5-tts")]
    [InlineData("")]
    public async Task An_unknown_model_is_refused_and_capitals_make_it_unknown(string model) =>
        await Refused.WithParamAsync(Bodies.Saying("Hello.").With("model", (JsonNode)model), $"Not supported model {model}");

    [Fact]
    public async Task No_messages_are_refused() =>
        await Refused.WithParamAsync(Bodies.Saying("Hello.").With("messages", "[]"), "messages must not be empty");

    [Theory]
    [InlineData("mimo-v2-pro", 131_073, 131_072)]
    [InlineData("mimo-v2-flash", 65_537, 65_536)]
    public async Task An_output_cap_one_too_large_is_refused_in_the_words_of_the_service(string model, int asked, int most) =>
        await Refused.WithParamAsync(
            Bodies.Saying("Hello.").With("model", (JsonNode)model).With("max_completion_tokens", (JsonNode)asked),
            $"max_completion_tokens is too large: {asked}. This model supports at most {most} completion tokens, whereas you provided {asked}.");

    [Fact]
    public async Task Each_of_two_output_caps_must_be_within_the_model() => await Refused.WithParamAsync(
        Bodies.Saying("Hello.").With("max_completion_tokens", (JsonNode)100).With("max_tokens", (JsonNode)999_999),
        "max_tokens is too large: 999999. This model supports at most 131072 completion tokens, whereas you provided 999999.");

    [Theory]
    [InlineData("""{"max_completion_tokens":131072}""")]
    [InlineData("""{"max_completion_tokens":null,"stop":null,"stream":null,"frequency_penalty":null,"presence_penalty":null}""")]
    [InlineData("""{"max_tokens":100}""")]
    [InlineData("""{"temperature":0}""")]
    [InlineData("""{"temperature":1.5,"top_p":1}""")]
    [InlineData("""{"top_p":0.01}""")]
    [InlineData("""{"frequency_penalty":-2,"presence_penalty":2}""")]
    [InlineData("""{"stop":"END"}""")]
    [InlineData("""{"stop":["a","b","c","d"]}""")]
    [InlineData("""{"thinking":{"type":"disabled"}}""")]
    [InlineData("""{"tool_choice":"required"}""")]
    [InlineData("""{"tool_choice":{"type":"function","function":{"name":"x"}}}""")]
    [InlineData("""{"response_format":{"type":"text"}}""")]
    [InlineData("""{"tools":[{"type":"web_search","force_search":false,"max_keyword":5,"limit":50}]}""")]
    public async Task Documented_values_up_to_their_bounds_are_accepted(string fields)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Merge(fields));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
    }

    [Theory]
    [InlineData("""{"temperature":1.51}""", "temperature", "Input should be less than or equal to 1.5")]
    [InlineData("""{"temperature":-0.1}""", "temperature", "Input should be greater than or equal to 0")]
    [InlineData("""{"temperature":"warm"}""", "temperature", "Input should be a valid number")]
    [InlineData("""{"top_p":0}""", "top_p", "Input should be greater than or equal to 0.01")]
    [InlineData("""{"top_p":1.01}""", "top_p", "Input should be less than or equal to 1")]
    [InlineData("""{"frequency_penalty":2.1}""", "frequency_penalty", "Input should be less than or equal to 2")]
    [InlineData("""{"presence_penalty":-2.1}""", "presence_penalty", "Input should be greater than or equal to -2")]
    [InlineData("""{"max_completion_tokens":0}""", "max_completion_tokens", "Input should be greater than or equal to 1")]
    [InlineData("""{"max_completion_tokens":1.5}""", "max_completion_tokens", "Input should be a valid integer")]
    [InlineData("""{"stop":["a","b","c","d","e"]}""", "stop", "at most 4 items")]
    [InlineData("""{"stop":[1]}""", "stop", "Input should be a valid string")]
    [InlineData("""{"stream":"yes"}""", "stream", "Input should be a valid boolean")]
    [InlineData("""{"thinking":{"type":"auto"}}""", "thinking", "Input should be 'enabled' or 'disabled'")]
    [InlineData("""{"thinking":{"type":"enabled","budget_tokens":1024}}""", "budget_tokens", "Extra inputs are not permitted")]
    [InlineData("""{"reasoning_effort":"max"}""", "reasoning_effort", "Input should be 'none', 'low', 'medium' or 'high'")]
    [InlineData("""{"response_format":{"type":"json_schema"}}""", "response_format", "Input should be 'text' or 'json_object'")]
    [InlineData("""{"n":2}""", "n", "Extra inputs are not permitted")]
    [InlineData("""{"parallel_tool_calls":false}""", "parallel_tool_calls", "Extra inputs are not permitted")]
    [InlineData("""{"seed":1}""", "seed", "Extra inputs are not permitted")]
    [InlineData("""{"logprobs":true}""", "logprobs", "Extra inputs are not permitted")]
    [InlineData("""{"logit_bias":{}}""", "logit_bias", "Extra inputs are not permitted")]
    [InlineData("""{"user":"a"}""", "user", "Extra inputs are not permitted")]
    [InlineData("""{"metadata":{}}""", "metadata", "Extra inputs are not permitted")]
    [InlineData("""{"store":false}""", "store", "Extra inputs are not permitted")]
    [InlineData("""{"enable_thinking":true}""", "enable_thinking", "Extra inputs are not permitted")]
    [InlineData("""{"temperature":null}""", "temperature", "Input should be a valid number")]
    [InlineData("""{"thinking":null}""", "thinking", "Input should be a valid dictionary")]
    [InlineData("""{"reasoning_effort":"minimal"}""", "reasoning_effort", "Input should be 'none', 'low', 'medium' or 'high'")]
    [InlineData("""{"messages":"Hello."}""", "messages", "Input should be a valid list")]
    [InlineData("""{"model":7}""", "model", "Input should be a valid string")]
    [InlineData("""{"tools":null}""", "tools", "Input should be a valid list")]
    public async Task A_field_of_wrong_kind_or_range_is_refused_as_the_validator_of_the_service_prints_it(string fields, string at, string problem) =>
        await Refused.ByValidatorAsync(Merge(fields), at, problem);

    [Theory]
    [InlineData("model")]
    [InlineData("messages")]
    public async Task A_required_field_that_is_missing_is_named(string name)
    {
        JsonObject body = Bodies.Saying("Hello.");
        body.Remove(name);
        await Refused.ByValidatorAsync(body, name, "Field required");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"model\":\"mimo-v2-pro\",}")]
    [InlineData("[1] x")]
    public async Task A_body_that_is_not_json_is_refused(string body)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Param Incorrect", answer.Error["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task A_body_that_is_json_but_no_object_is_refused(string body)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Input should be a valid dictionary", answer.Error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_wrong_content_type_is_refused(string contentType)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", "");
        request.Content = new StringContent(Bodies.Saying("Hello.").ToJsonString(), Encoding.UTF8, contentType);
        WireAnswer answer = await wire.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Content-Type must be application/json", answer.Error["param"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false, false, "{")]
    [InlineData(false, true, "{")]
    [InlineData(true, false, "{")]
    [InlineData(true, true, "data:{")]
    public async Task Errors_carry_a_data_prefix_only_on_streaming_requests_and_only_when_asked_for(bool option, bool stream, string start)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { PrefixErrorsWithData = option });
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello.").With("stream", (JsonNode)stream).With("messages", "[]"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(start, answer.Text, StringComparison.Ordinal);
        JsonNode error = JsonNode.Parse(answer.Text[(start.Length - 1)..])!;
        Assert.Equal("messages must not be empty", error["error"]!["param"]!.GetValue<string>());
    }

    private static JsonObject Merge(string fields)
    {
        JsonObject body = Bodies.Saying("Hello.");
        foreach ((string name, JsonNode? value) in Bodies.Parse(fields))
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
