using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class KeyFromEnvironmentTests
{
    [Theory]
    [InlineData(
        "new MimoClient(new MimoClientOptions { ApiKey = {|MIMO041:\"sk-c0ffee00\" + \"c0ffee00c0ffee00\"|} })",
        "MimoClient.FromEnvironment()")]
    [InlineData(
        "new MimoClient(new MimoClientOptions { ApiKey = {|MIMO041:\"sk-c0ffee00c0ffee00c0ffee00\"|} })",
        "MimoClient.FromEnvironment()")]
    [InlineData(
        "new(new MimoClientOptions { ApiKey = {|MIMO041:\"sk-c0ffee00c0ffee00c0ffee00\"|} })",
        "MimoClient.FromEnvironment()")]
    [InlineData(
        "new MimoClient(new MimoClientOptions { ApiKey = {|MIMO041:\"sk-c0ffee00c0ffee00c0ffee00\"|}, Model = \"mimo-v2-pro\" })",
        "new MimoClient(new MimoClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"MIMO_API_KEY\"), Model = \"mimo-v2-pro\" })")]
    public Task A_key_comes_from_the_environment(string code, string expected) => Check($"MimoClient Connect() => {code};", $"MimoClient Connect() => {expected};");

    [Fact]
    public Task All_keys_come_from_the_environment_at_once() => Check(
        """
        MimoClient First() => new MimoClient(new MimoClientOptions { ApiKey = {|MIMO041:"sk-c0ffee00c0ffee00c0ffee00"|} });

            MimoClientOptions Second() => new() { ApiKey = {|MIMO041:"tp-c0ffee00c0ffee00c0ffee00"|} };
        """,
        """
        MimoClient First() => MimoClient.FromEnvironment();

            MimoClientOptions Second() => new() { ApiKey = Environment.GetEnvironmentVariable("MIMO_API_KEY") };
        """);

    [Theory]
    [InlineData("Key")]
    [InlineData("Connection.Key")]
    [InlineData("Key + \"0\"")]
    public Task A_key_that_would_stay_in_the_source_is_left_to_its_author(string key) => CodeFixCheck.RunUnfixableAsync<ApiKeyAnalyzer, KeyFromEnvironmentCodeFixProvider>(
        Wrap($"const string Key = \"sk-c0ffee00c0ffee00c0ffee00\"; MimoClient Connect() => new(new MimoClientOptions {{ ApiKey = {{|MIMO041:{key}|}} }});"));

    private static Task Check(string code, string expected) =>
        CodeFixCheck.RunAsync<ApiKeyAnalyzer, KeyFromEnvironmentCodeFixProvider>(Wrap(code), Wrap(expected));

    private static string Wrap(string members) => $$"""
        using System;
        using Mimo;

        class Connection
        {
            {{members}}
        }
        """;
}
