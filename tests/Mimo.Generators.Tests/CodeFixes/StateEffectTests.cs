using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class StateEffectTests
{
    [Theory]
    [InlineData("[MimoTool]", "[MimoTool(Effect = ToolEffect.Destructive)]")]
    [InlineData("[MimoTool(\"delete\")]", "[MimoTool(\"delete\", Effect = ToolEffect.Destructive)]")]
    [InlineData("[MimoTool(Effect = ToolEffect.ReadOnly, TimeoutSeconds = 5)]", "[MimoTool(Effect = ToolEffect.Destructive, TimeoutSeconds = 5)]")]
    [InlineData("[System.Obsolete, Mimo.MimoTool]", "[System.Obsolete, Mimo.MimoTool(Effect = ToolEffect.Destructive)]")]
    public Task The_effect_is_stated(string attribute, string expected) => CodeFixCheck.RunAsync<ToolEffectAnalyzer, StateEffectCodeFixProvider>(
        Wrap(attribute + " static void {|MIMO026:DeleteOrder|}(int id) { }"), Wrap(expected + " static void DeleteOrder(int id) { }"));

    [Fact]
    public Task Approval_can_be_required_as_well() => CodeFixCheck.RunAsync<ToolEffectAnalyzer, StateEffectCodeFixProvider>(
        Wrap("[MimoTool] static void {|MIMO026:DeleteOrder|}(int id) { }"),
        Wrap("[MimoTool(Effect = ToolEffect.Destructive, RequireApproval = true)] static void DeleteOrder(int id) { }"),
        "RequireApproval");

    [Fact]
    public Task All_effects_are_stated_at_once() => CodeFixCheck.RunAsync<ToolEffectAnalyzer, StateEffectCodeFixProvider>(
        Wrap("[MimoTool] static void {|MIMO026:DeleteOrder|}(int id) { }\n\n    [MimoTool] static void {|MIMO026:CancelOrder|}(int id) { }"),
        Wrap("[MimoTool(Effect = ToolEffect.Destructive)] static void DeleteOrder(int id) { }\n\n    [MimoTool(Effect = ToolEffect.Destructive)] static void CancelOrder(int id) { }"));

    private static string Wrap(string members) => $$"""
        using Mimo;

        partial class Holder
        {
            {{members}}
        }
        """;
}
