using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class ApiKeyAnalyzerTests
{
    [Theory]
    [InlineData("ApiKey = {|MIMO041:\"sk-c0ffee00c0ffee00c0ffee00\"|}")]
    [InlineData("ApiKey = {|MIMO041:\"tp-c0ffee00c0ffee00c0ffee00\"|}")]
    [InlineData("ApiKey = {|MIMO041:\"sk-c0ffee00\" + \"c0ffee00c0ffee00\"|}")]
    [InlineData("ApiKey = {|MIMO041:Key|}")]
    [InlineData("ApiKey = System.Environment.GetEnvironmentVariable(\"A\") ?? {|MIMO041:\"sk-c0ffee00c0ffee00c0ffee00\"|}")]
    [InlineData("ApiKey = (Key.Length > 9 ? {|MIMO041:Key|} : \"none\")")]
    [InlineData("ApiKey = \"sk-test-key\"")]
    [InlineData("ApiKey = \"sk-put-your-own-key-in-here\"")]
    [InlineData("ApiKey = \"sk-…00000000000000000\"")]
    [InlineData("ApiKey = \"local-mimo-key-c0ffee00c0ffee00\"")]
    [InlineData("ApiKey = null")]
    [InlineData("ApiKey = System.Environment.GetEnvironmentVariable(Key)")]
    [InlineData("Model = \"sk-c0ffee00c0ffee00c0ffee00\"")]
    [InlineData("\n#pragma warning disable MIMO041\nApiKey = \"sk-c0ffee00c0ffee00c0ffee00\"")]
    public Task A_key_is_not_written_into_the_source(string option) => AnalyzerCheck.RunRuleAsync<ApiKeyAnalyzer>("MIMO041", $$"""
        using Mimo;

        class Connection
        {
            private const string Key = "sk-c0ffee00c0ffee00c0ffee00";

            MimoClientOptions Options() => new MimoClientOptions { {{option}} };
        }
        """);

    [Fact]
    public Task The_message_does_not_repeat_the_key() => AnalyzerCheck.RunAsync<ApiKeyAnalyzer>(
        "class C { object O = new Mimo.MimoClientOptions { ApiKey = {|#0:\"sk-c0ffee00c0ffee00c0ffee00\"|} }; }",
        new DiagnosticResult("MIMO041", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "The key 'sk-…' is written into the source, and whoever reads it or the binary can use it: take it from the environment, as MimoClient.FromEnvironment() does"));
}
