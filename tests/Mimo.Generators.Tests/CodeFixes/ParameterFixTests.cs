using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>Repairs of what a tool or prompt takes. Each code has two places to repair, so fix-all is tried with every one.</summary>
public class ParameterFixTests
{
    [Fact]
    public Task Modifiers_are_removed() => Check<RemoveModifierCodeFixProvider>(
        "[MimoTool] static void Call({|MIMO003:ref|} int a, int b, /* kept */ {|MIMO003:in|} int c, {|MIMO003:ref readonly|} int d) { }",
        "[MimoTool] static void Call(int a, int b, /* kept */ int c, int d) { }");

    [Theory]
    [InlineData("{|MIMO003:ReadOnlySpan<int>|}", "int[]")]
    [InlineData("scoped {|MIMO003:Span<int>|}", "int[]")]
    [InlineData("{|MIMO003:ReadOnlySpan<char>|}", "string")]
    [InlineData("{|MIMO004:Type|}", "string")]
    [InlineData("{|MIMO004:InvalidOperationException|}", "string")]
    [InlineData("{|MIMO004:System.IO.MemoryStream|}", "byte[]")]
    [InlineData("{|MIMO004:nint|}", "long")]
    [InlineData("{|MIMO004:nuint|}?", "ulong?")]
    [InlineData("{|MIMO004:int[,]|}", "int[][]")]
    [InlineData("{|MIMO004:System.Threading.Tasks.Task<int>|}", "int")]
    [InlineData("{|MIMO004:IAsyncEnumerable<int>|}", "IReadOnlyList<int>")]
    [InlineData("List<{|MIMO004:Type|}>", "List<string>")]
    [InlineData("{|MIMO004:dynamic|}", "System.Text.Json.JsonElement")]
    [InlineData("{|MIMO004:System.Text.StringBuilder|}", "string")]
    [InlineData("{|MIMO004:System.IO.FileInfo|}?", "string?")]
    [InlineData("{|MIMO004:Lazy<int>|}", "int")]
    [InlineData("{|MIMO008:Dictionary<double, int>|}", "Dictionary<string, int>")]
    [InlineData("{|MIMO008:IReadOnlyDictionary<DateTime, int>|}", "IReadOnlyDictionary<string, int>")]
    [InlineData("{|MIMO008:System.Collections.Frozen.FrozenDictionary<double, int>|}", "System.Collections.Frozen.FrozenDictionary<string, int>")]
    public Task Types_are_replaced_by_those_that_JSON_has_a_form_for(string before, string after) => Check<ChangeTypeCodeFixProvider>(
        $"[MimoTool] static void First({before} a) {{ }} [MimoTool] static void Second(int a, {before} b) {{ }}",
        $"[MimoTool] static void First({after} a) {{ }} [MimoTool] static void Second(int a, {after} b) {{ }}");

    [Theory]
    [InlineData("[MimoTool] static {|MIMO004:Type|} Call() => null!;")]
    [InlineData("[MimoTool] static void Call({|MIMO004:System.Action|} callback) { }")]
    public Task Where_no_type_is_apt_none_is_offered(string code) => Check<ChangeTypeCodeFixProvider>(code, code);

    [Fact]
    public Task Services_are_taken_from_a_container() => Check<FromServicesCodeFixProvider>(
        "[MimoTool] static void Call(int a, {|MIMO025:System.Net.Http.HttpClient|} client, [Note] {|MIMO025:IDisposable|}? other, {|MIMO004:Action<int>|} done, IEnumerable<{|MIMO025:IDisposable|}> all) { }",
        "[MimoTool] static void Call(int a, [FromServices] System.Net.Http.HttpClient client, [Note][FromServices] IDisposable? other, [FromServices] Action<int> done, [FromServices] IEnumerable<IDisposable> all) { }");

    [Theory]
    [InlineData("[MimoTool] static void Call(List<{|MIMO025:IDisposable|}> others) { }")]
    [InlineData("[MimoTool] static {|MIMO004:System.Net.Http.HttpClient|} Call() => null!;")]
    public Task What_a_container_cannot_supply_is_left(string code) => Check<FromServicesCodeFixProvider>(code, code);

    [Fact]
    public Task Nullable_parameters_get_a_default() => Check<NullDefaultCodeFixProvider>(
        "[MimoTool] static void First(int a, {|MIMO013:string?|} b) { } [MimoTool] static void Second({|MIMO013:int?|} a, {|MIMO013:string?|} b, int c = 3) { }",
        "[MimoTool] static void First(int a, string? b = null) { } [MimoTool] static void Second(int? a = null, string? b = null, int c = 3) { }");

    [Fact]
    public Task What_is_said_of_a_parameter_stays_behind_its_default() => Check<NullDefaultCodeFixProvider>(
        """
        [MimoTool]
            static void First(
                {|MIMO013:string?|} a /* the first */, {|MIMO013:int?|} b // the second
                ) { }
        """,
        """
        [MimoTool]
            static void First(
                string? a = null /* the first */, int? b = null // the second
                ) { }
        """);

    [Fact]
    public Task Bounds_are_turned_around() => Check<ConstraintCodeFixProvider>(
        "[MimoTool] static void Call([{|MIMO015:Range(10, 1)|}] int a, [{|MIMO015:Length(5, 2)|}] string b, [{|MIMO015:StringLength(3, MinimumLength = 5)|}] string c) { }",
        "[MimoTool] static void Call([Range(1, 10)] int a, [Length(2, 5)] string b, [StringLength(5, MinimumLength = 3)] string c) { }");

    [Fact]
    public Task Constraints_that_fit_nothing_are_removed() => Check<ConstraintCodeFixProvider>(
        "[MimoTool] static void Call([{|MIMO015:Range(1, 10)|}] string a, [Note, {|MIMO015:RegularExpression(\"a\")|}] int b, [{|MIMO015:RegularExpression(\"[\")|}] string c) { }",
        "[MimoTool] static void Call(string a, [Note] int b, string c) { }",
        "RemoveConstraint");

    [Fact]
    public Task Constraints_that_may_be_meant_for_others_are_left() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, ConstraintCodeFixProvider>(Around("[MimoTool] static void Call([{|MIMO015:Phone|}] string a) { }"));

    [Fact]
    public Task What_names_no_parameter_of_a_tool_is_left() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, RepairOptionCodeFixProvider>(
        Around("internal record Data([{|MIMO037:MimoParameter(Name = \"x\")|}] int A); [MimoTool] private static void Call(Data a) { }"));

    [Fact]
    public Task A_time_limit_that_limits_nothing_goes() => Check<RepairOptionCodeFixProvider>(
        "[MimoTool(Effect = ToolEffect.ReadOnly, TimeoutSeconds = {|MIMO037:-5|})] static int First(int a) => a; [MimoTool(TimeoutSeconds = {|MIMO037:-1|})] static int Second(int a) => a;",
        "[MimoTool(Effect = ToolEffect.ReadOnly)] static int First(int a) => a; [MimoTool] static int Second(int a) => a;");

    [Fact]
    public Task No_tool_is_made_to_think()
    {
        const string Code = "[MimoTool(TimeoutSeconds = {|MIMO037:-5|})] static int Call(int a) => a;";
        return Check<RepairOptionCodeFixProvider>(Code, Code, "DisableThinking");
    }

    [Fact]
    public Task Arguments_of_one_name_are_told_apart() => Check<JsonNameCodeFixProvider>(
        """[MimoTool] static void First([MimoParameter(Name = "x")] int a, [MimoParameter(Name = "x")] int {|MIMO019:b|}) { } [MimoTool] static void Second([MimoParameter(Name = "b")] int a, int {|MIMO019:b|}) { }""",
        """[MimoTool] static void First([MimoParameter(Name = "x")] int a, [MimoParameter(Name = "b")] int b) { } [MimoTool] static void Second([MimoParameter(Name = "b")] int a, [MimoParameter(Name = "b2")] int b) { }""");

    [Fact]
    public Task A_second_token_gives_way_to_the_first() => Check<RemoveAmbientCodeFixProvider>(
        "[MimoTool] static bool First(CancellationToken a, int b, CancellationToken {|MIMO024:c|}) => a == c; [MimoTool] static bool Second(CancellationToken a, CancellationToken {|MIMO024:b|}, CancellationToken {|MIMO024:c|}) => b.Equals(c);",
        "[MimoTool] static bool First(CancellationToken a, int b) => a == a; [MimoTool] static bool Second(CancellationToken a) => a.Equals(a);");

    [Fact]
    public Task An_asynchronous_tool_can_be_waited_for() => Check<ReturnTaskCodeFixProvider>(
        "[MimoTool] static async {|MIMO022:void|} First() => await Task.Yield(); [MimoTool] static async {|MIMO022:void|} Second() { await Task.Yield(); }",
        "[MimoTool] static async Task First() => await Task.Yield(); [MimoTool] static async Task Second() { await Task.Yield(); }");

    [Theory]
    [InlineData("[MimoTool] static {|MIMO022:ref int|} Call() => throw null!;")]
    [InlineData("[MimoTool] static {|MIMO022:System.Linq.IQueryable<int>|} Call() => null!;")]
    public Task Other_results_are_left_to_their_author(string code) => Check<ReturnTaskCodeFixProvider>(code, code);

    [Fact]
    public Task A_token_is_taken_and_passed_on() => Check<AddCancellationCodeFixProvider>(
        """
        [MimoTool]
            static async Task<string> {|MIMO023:ReadAsync|}(System.Net.Http.HttpClient client2 = null!)
            {
                await Task.Delay(1);
                await OtherAsync(3);
                await OtherAsync();
                await Task.Yield();
                return await new System.IO.StreamReader("x").ReadToEndAsync();
            }

            [MimoTool] static async Task {|MIMO023:WaitAsync|}() => await Task.Delay(await LengthAsync("x"));
        """.Replace("System.Net.Http.HttpClient client2 = null!", "string path", StringComparison.Ordinal),
        """
        [MimoTool]
            static async Task<string> ReadAsync(string path, CancellationToken cancellationToken = default)
            {
                await Task.Delay(1, cancellationToken);
                await OtherAsync(3, cancellationToken);
                await OtherAsync(cancellationToken: cancellationToken);
                await Task.Yield();
                return await new System.IO.StreamReader("x").ReadToEndAsync(cancellationToken);
            }

            [MimoTool] static async Task WaitAsync(CancellationToken cancellationToken = default) => await Task.Delay(await LengthAsync("x"), cancellationToken);
        """);

    [Theory]
    [InlineData(
        "static async Task {|MIMO023:ReadAsync|}() { System.Func<Task> wait = static () => Task.Delay(1); await wait(); await Task.Delay(2); }",
        "static async Task ReadAsync(CancellationToken cancellationToken = default) { System.Func<Task> wait = static () => Task.Delay(1); await wait(); await Task.Delay(2, cancellationToken); }")]
    [InlineData(
        "static async Task {|MIMO023:ReadAsync|}() { var cancellationToken = CancellationToken.None; await Task.Delay(1, cancellationToken); await Task.Delay(2); }",
        "static async Task ReadAsync(CancellationToken cancellation = default) { var cancellationToken = CancellationToken.None; await Task.Delay(1, cancellationToken); await Task.Delay(2, cancellation); }")]
    public Task A_token_is_passed_on_only_where_it_can_be_seen(string code, string expected) => Check<AddCancellationCodeFixProvider>("[MimoTool] " + code, "[MimoTool] " + expected);

    [Fact]
    public Task What_is_written_between_parameters_stays() => Check<AddCancellationCodeFixProvider>(
        """
        [MimoTool]
            static async Task {|MIMO023:ReadAsync|}(
                string path, // Where it lies.
                int lines) // How many.
            {
                await Task.Delay(1);
            }

            [MimoTool]
            static async Task {|MIMO023:WriteAsync|}(
                string path,
                int lines // How many.
                )
            {
                await Task.Delay(
                    1 // A while.
                    );
            }
        """,
        """
        [MimoTool]
            static async Task ReadAsync(
                string path, // Where it lies.
                int lines,
                CancellationToken cancellationToken = default) // How many.
            {
                await Task.Delay(1, cancellationToken);
            }

            [MimoTool]
            static async Task WriteAsync(
                string path,
                int lines, // How many.
                CancellationToken cancellationToken = default
                )
            {
                await Task.Delay(
                    1, // A while.
                    cancellationToken
                    );
            }
        """);

    [Theory]
    [InlineData("partial class Files : IFiles { [MimoTool] public async Task<string> {|MIMO023:ReadAsync|}(string path) => await Task.FromResult(path); }")]
    [InlineData("partial class Files { [MimoTool] private static partial Task {|MIMO023:ReadAsync|}(string path); private static async partial Task ReadAsync(string path) => await Task.Delay(1); }")]
    [InlineData("partial class Files { [MimoTool] public virtual async Task {|MIMO023:ReadAsync|}() => await Task.Delay(1); }")]
    public Task A_signature_that_others_rely_on_is_left_to_its_author(string code) => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(
        "using Mimo;\nusing System.Threading.Tasks;\n\ninterface IFiles { Task<string> ReadAsync(string path); }\n\n" + code);

    [Fact]
    public Task A_prompt_takes_a_token() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(
        """
        using Mimo;
        using System.Threading.Tasks;

        [MimoPrompt]
        partial interface IAsk
        {
            [UserPrompt("x")]
            Task<string> {|MIMO023:AskAsync|}(int a = 1);

            [UserPrompt("x")]
            Task<string> {|MIMO023:TellAsync|}();
        }
        """,
        """
        using Mimo;
        using System.Threading.Tasks;

        [MimoPrompt]
        partial interface IAsk
        {
            [UserPrompt("x")]
            Task<string> AskAsync(int a = 1, System.Threading.CancellationToken cancellationToken = default);

            [UserPrompt("x")]
            Task<string> TellAsync(System.Threading.CancellationToken cancellationToken = default);
        }
        """);

    private static Task Check<TFix>(string before, string after, string? kind = null)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TFix>(Around(before), Around(after), kind);

    private static string Around(string members) => $$"""
        using Mimo;
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Threading;
        using System.Threading.Tasks;

        partial class Holder
        {
            {{members}}

            private static Task OtherAsync(int number = 1, CancellationToken cancellationToken = default) => Task.CompletedTask;
            private static Task<int> LengthAsync(string text) => Task.FromResult(text.Length);
        }

        class NoteAttribute : Attribute;
        """;
}
