using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class ToolEffectAnalyzerTests
{
    [Theory]
    [InlineData("[MimoTool] static void {|MIMO026:DeleteOrder|}(int id) { }")]
    [InlineData("[MimoTool] static bool {|MIMO026:Delete|}(int id) => true;")]
    [InlineData("[MimoTool] static string {|MIMO026:SendMail|}(string to) => $\"sent to {to}\";")]
    [InlineData("[MimoTool] void {|MIMO026:RemoveOrder|}(int id) => _orders.Remove(id);")]
    [InlineData("[MimoTool] static Task {|MIMO026:UpdateOrderAsync|}(int id) => Store.PutAsync(id);")]
    [InlineData("[MimoTool(Effect = ToolEffect.ReadOnly)] static void {|MIMO026:DeleteOrder|}(int id) { }")]
    [InlineData("[MimoTool(Effect = ToolEffect.Unspecified)] static void {|MIMO026:DeleteOrder|}(int id) { }")]
    [InlineData("[MimoTool] static string DeleteOrder(int id) => Echo(id);")]
    [InlineData("[MimoTool] static string GetUpdate(int id) => \"\";")]
    [InlineData("[MimoTool] static string Deleted(int id) => \"\";")]
    [InlineData("[MimoTool] static string Updates(int id) => \"\";")]
    [InlineData("[MimoTool(Effect = ToolEffect.Destructive)] static void DeleteOrder(int id) { }")]
    [InlineData("[MimoTool(Effect = ToolEffect.Idempotent)] static void DeleteOrder(int id) { }")]
    [InlineData("[MimoTool(RequireApproval = true)] static void DeleteOrder(int id) { }")]
    [InlineData("[MimoTool(RequireApproval = true, Effect = ToolEffect.ReadOnly)] static void {|MIMO026:DeleteOrder|}(int id) { }")]
    [InlineData("static void DeleteOrder(int id) { }")]
    [InlineData("\n#pragma warning disable MIMO026\n[MimoTool] static void DeleteOrder(int id) { }")]
    public Task A_tool_named_for_a_change_says_so(string method) => Check(method);

    [Theory]
    [InlineData("{|MIMO026:Tidy|}(string path) => File.Delete(path);")]
    [InlineData("{|MIMO026:Tidy|}(string path) => new FileInfo(path).Delete();")]
    [InlineData("{|MIMO026:Tidy|}(string path) => Directory.Delete(path, true);")]
    [InlineData("{|MIMO026:Tidy|}(string path) { if (path.Length > 0) { File.WriteAllText(path, \"\"); } }")]
    [InlineData("{|MIMO026:Tidy|}([FromServices] HttpClient http) => http.PostAsync(\"/\", null);")]
    [InlineData("{|MIMO026:Tidy|}([FromServices] HttpClient http) => http.DeleteAsync(\"/\");")]
    [InlineData("{|MIMO026:Tidy|}([FromServices] HttpClient http) => http.PutAsJsonAsync(\"/\", 1);")]
    [InlineData("{|MIMO026:Tidy|}([FromServices] HttpClient http) => http.Send(new HttpRequestMessage(HttpMethod.Delete, \"/\"));")]
    [InlineData("{|MIMO026:Tidy|}([FromServices] DbCommand command) => command.ExecuteNonQuery();")]
    [InlineData("{|MIMO026:Tidy|}([FromServices] Context context) => context.SaveChanges();")]
    [InlineData("{|MIMO026:Tidy|}([FromServices] Context context) { Inner(); void Inner() => context.SaveChanges(); }")]
    [InlineData("Tidy(string path) => File.ReadAllText(path);")]
    [InlineData("Tidy([FromServices] HttpClient http) => http.GetAsync(\"/\");")]
    [InlineData("Tidy([FromServices] DbCommand command) => command.ExecuteReader();")]
    [InlineData("Tidy([FromServices] Context context) => context.Delete();")]
    public Task A_tool_that_calls_what_writes_says_so(string method) => Check("[MimoTool] static void " + method);

    [Fact]
    public Task The_message_says_what_was_seen_and_what_was_said() => AnalyzerCheck.RunAsync<ToolEffectAnalyzer>(
        """
        partial class Holder
        {
            [Mimo.MimoTool(Effect = Mimo.ToolEffect.ReadOnly)] static void {|#0:Tidy|}(string path) => System.IO.File.Delete(path);

            [Mimo.MimoTool] static void {|#1:DeleteOrder|}(int id) { }
        }
        """,
        new DiagnosticResult("MIMO026", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Tidy' calls File.Delete but says that it only reads: set Effect, and RequireApproval if a person should agree to each call"),
        new DiagnosticResult("MIMO026", DiagnosticSeverity.Warning).WithLocation(1)
            .WithMessage("'DeleteOrder' is named for a change but does not say what it changes: set Effect, and RequireApproval if a person should agree to each call"));

    [Fact]
    public Task A_method_in_parts_is_told_once() => Check("[MimoTool] static partial void DeleteOrder(int id); static partial void {|MIMO026:DeleteOrder|}(int id) { }");

    private static Task Check(string method) => AnalyzerCheck.RunRuleAsync<ToolEffectAnalyzer>("MIMO026", $$"""
        using System.Collections.Generic;
        using System.Data.Common;
        using System.IO;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Mimo;

        public class Context { public int SaveChanges() => 1; public void Delete() { } }

        static class Store { public static Task PutAsync(int id) => Task.FromResult(id); }

        partial class Holder
        {
            private readonly HashSet<int> _orders = new();

            private static string Echo(int id) => id.ToString();

            {{method}}
        }
        """);
}
