using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;
using static Mimo.Generators.Tests.Analyzers.PromptRuleTests;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>What stands behind a dot in a placeholder.</summary>
public class TemplateMemberRuleTests
{
    [Fact]
    public Task A_member_that_generated_code_can_not_get_is_told_of() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + """
        public class Account
        {
            public string Number { get; set; } = "";
            public string Owner { private get; set; } = "";
            public string Bank { internal get; set; } = "";
        }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("{account.Number} {account.{|MIMO028:Owner|}} {account.Bank}")] Task<string> AskAsync(Account account);
        }
        """);

    [Fact]
    public Task A_member_that_generated_code_can_not_name_is_told_of() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Usings + """
        public class Account
        {
            [System.Obsolete("no", true)] public string Number { get; set; } = "";
            [System.Obsolete("no", true)] public string Field = "";
            public string Bank { [System.Obsolete("no", true)] get; set; } = "";
            [System.Obsolete("no", true)] public virtual string Owner { get; set; } = "";
            [System.Obsolete("old")] public string Old { get; set; } = "";
            public virtual string Note { get; set; } = "";
            public string Hidden { get; set; } = "";
        }

        #pragma warning disable CS0672
        public class Sub : Account
        {
            public override string Owner { get; set; } = "";
            public override string Note { set { } }
            private new string Old => "";
            public new string Hidden { private get; set; } = "";
        }
        #pragma warning restore CS0672

        public interface IFirst { string Name { get; } string Title { get; } string Code(); }
        public interface ISecond { string Name { get; } string Code { get; } }
        public interface IThird : IFirst { new string Title { get; } }
        public interface IBoth : ISecond, IThird { }
        public interface IOwn : IFirst, ISecond { new string Name { get; } }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("{a.{|#0:Number|}}{a.{|#1:Field|}}{a.{|#2:Bank|}}{a.Old}{s.{|#3:Owner|}}{s.Note}{s.Old}{s.{|#4:Hidden|}}")] Task<string> AskAsync(Account a, Sub s);
            [UserPrompt("{b.{|#5:Name|}}{b.Title}{b.{|#6:Code|}}{o.Name}")] Task<string> NameAsync(IBoth b, IOwn o);
        }
        """,
        Unknown(0, "AskAsync", "a.Number", "'Number' of 'Account' is obsolete, and the compiler refuses code that uses it"),
        Unknown(1, "AskAsync", "a.Field", "'Field' of 'Account' is obsolete, and the compiler refuses code that uses it"),
        Unknown(2, "AskAsync", "a.Bank", "'Bank' of 'Account' is obsolete, and the compiler refuses code that uses it"),
        Unknown(3, "AskAsync", "s.Owner", "'Owner' of 'Sub' is obsolete, and the compiler refuses code that uses it"),
        Unknown(4, "AskAsync", "s.Hidden", "'Sub' has no public member 'Hidden'"),
        Unknown(5, "NameAsync", "b.Name", "'IBoth' has 'Name' from both 'ISecond' and 'IFirst'; pass the value as a parameter of its own"),
        Unknown(6, "NameAsync", "b.Code", "'IBoth' has 'Code' from both 'ISecond' and 'IFirst'; pass the value as a parameter of its own"));

    [Fact]
    public Task A_value_that_fits_into_no_text_is_told_of() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Usings + """
        public class Buffer { public System.ReadOnlyMemory<char> Text { get; set; } public unsafe int* Start { get; set; } public unsafe delegate*<void> Call { get; set; } }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("{{|#0:b.Text.Span|}} {b.Text.Span.Length} {{|#1:b.Start|}} {{|#2:b.Call|}:json}")] Task<string> AskAsync(Buffer b);
        }
        """,
        Malformed(0, "'b.Text.Span' is a 'ReadOnlySpan<char>', which can't be inserted into a text; name a string, an array or a list"),
        Malformed(1, "'b.Start' is a 'int*', which can't be inserted into a text; name a string, an array or a list"),
        Malformed(2, "'b.Call' is a 'delegate*<void>', which can't be inserted into a text; name a string, an array or a list"));

    private static DiagnosticResult Unknown(int location, string method, string path, string obstacle) =>
        new DiagnosticResult("MIMO028", DiagnosticSeverity.Error).WithLocation(location).WithMessage($"The template of '{method}' names '{path}', but {obstacle}");

    private static DiagnosticResult Malformed(int location, string problem) =>
        new DiagnosticResult("MIMO030", DiagnosticSeverity.Error).WithLocation(location).WithMessage($"The template of 'AskAsync' can't be rendered: {problem}");
}
