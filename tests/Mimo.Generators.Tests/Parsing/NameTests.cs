using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>Whatever the user's types, methods and parameters are called, generated code compiles and calls them.</summary>
public class NameTests
{
    [Theory]
    [InlineData("class")]
    [InlineData("event")]
    [InlineData("await")]
    [InlineData("record")]
    [InlineData("required")]
    [InlineData("file")]
    [InlineData("scoped")]
    [InlineData("var")]
    [InlineData("field")]
    [InlineData("where")]
    [InlineData("nameof")]
    [InlineData("dynamic")]
    [InlineData("nint")]
    [InlineData("partial")]
    [InlineData("managed")]
    [InlineData("extension")]
    [InlineData("allows")]
    [InlineData("yield")]
    [InlineData("Größe")]
    [InlineData("日本")]
    [InlineData("_")]
    [InlineData("System")]
    [InlineData("Mimo")]
    public async Task Any_name_of_namespace_type_and_method(string name)
    {
        MimoToolSet tools = GeneratorHarness.Check($$"""
            namespace @{{name}}.@{{name}}N;

            public enum @{{name}}E { @{{name}}, Other }

            public record @{{name}}R(int @{{name}});

            public static partial class @{{name}}C
            {
                public static partial class @{{name}}
                {
                    [global::Mimo.MimoTool("call")]
                    public static @{{name}}R @{{name}}M(@{{name}}R @{{name}}, @{{name}}E other = @{{name}}E.@{{name}}) => @{{name}};
                }

                [global::Mimo.MimoTool("outer")]
                public static int @{{name}}O() => 1;
            }
            """).LoadTools($"{name}.{name}N.{name}C+{name}");
        string data = $$"""{"{{JsonNamingPolicy.CamelCase.ConvertName(name)}}":5}""";

        AssertJson(data, await tools[0].CallAsync($$"""{"{{name}}":{{data}} }"""));
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("scope")]
    [InlineData("context")]
    [InlineData("cancellationToken")]
    [InlineData("value")]
    [InlineData("refusal")]
    [InlineData("holder")]
    [InlineData("argumentsUtf8")]
    [InlineData("readerValue")]
    [InlineData("writer")]
    [InlineData("initial")]
    [InlineData("result")]
    [InlineData("present")]
    [InlineData("items")]
    [InlineData("item")]
    [InlineData("entries")]
    [InlineData("entry")]
    [InlineData("key")]
    [InlineData("name")]
    [InlineData("@class")]
    [InlineData("@this")]
    [InlineData("_")]
    [InlineData("größe")]
    public async Task Any_name_of_a_parameter_and_a_member(string name)
    {
        MimoToolSet tools = GeneratorHarness.Check($$"""
            using System.Collections.Generic;

            public record Data(int? {{name}})
            {
                public int? {{name}}Value { get; init; } = 4;

                public string? {{name}}IsSet { get; set; }
            }

            public partial class Holder
            {
                [Mimo.MimoTool]
                public Dictionary<string, List<Data?>> Call(Data {{name}}, Dictionary<string, int?>? {{name}}Value = null, int {{name}}IsSet = 1) =>
                    new() { ["k"] = [{{name}}, null] };
            }
            """, Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12).LoadInstanceTools("Holder");
        string plain = name.TrimStart('@');
        string json = $$"""{"{{plain}}":7,"{{plain}}Value":8,"{{plain}}IsSet":"y"}""";

        string answer = await tools[0].CallAsync($$"""{"{{plain}}":{{json}},"{{plain}}IsSet":2}""");

        AssertJson($$"""{"k":[{{json}},null]}""", answer);
    }

    private static void AssertJson(string expected, string actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
