using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>Attributes that do nothing where they stand: nothing is dropped without a word.</summary>
public class IdleAttributeTests
{
    private const string Types = """
        using System.ComponentModel.DataAnnotations;

        public class Even : ValidationAttribute { public static bool Judge(object? value) => true; }

        public class Percent() : RangeAttribute(0, 100);

        public class Note : System.Attribute;

        public record Inner(int Number);

        public class ValidateObjectMembersAttribute(System.Type validator) : ValidationAttribute { public ValidateObjectMembersAttribute() : this(null!) { } }

        public class ValidateEnumeratedItemsAttribute : ValidationAttribute;

        public class ValidateComplexTypeAttribute : ValidationAttribute;

        """;

    [Theory]
    [InlineData("[{|MIMO015:Phone|}] string data")]
    [InlineData("[{|MIMO015:CreditCard|}] string data")]
    [InlineData("[{|MIMO015:EnumDataType(typeof(System.DayOfWeek))|}] string data")]
    [InlineData("[{|MIMO015:FileExtensions|}] string data")]
    [InlineData("[{|MIMO015:CustomValidation(typeof(Even), \"Judge\")|}] string data")]
    [InlineData("[{|MIMO015:Even|}] int data")]
    [InlineData("[{|MIMO015:Percent|}] int data")]
    [InlineData("[Range(1, 2), {|MIMO015:Even|}] int data")]
    [InlineData("[Required, Display(Name = \"x\"), DataType(DataType.Password), MaxLength] string data")]
    [InlineData("[Range(1, 2)] int data")]
    [InlineData("[Note] int data")]
    [InlineData("[{|MIMO015:EnumDataType(typeof(System.DayOfWeek))|}] System.DateTimeKind data")]
    [InlineData("[{|MIMO015:ValidateObjectMembers(typeof(Inner))|}] Inner data")]
    public async Task A_validation_attribute_that_is_not_looked_at_is_told_of(string parameter)
    {
        await Check(Types + $"public partial class Holder {{ [Mimo.MimoTool] public static void Call({parameter}) {{ }} }}");
        await Check(Types + $"[Mimo.MimoPrompt] public partial interface IAsk {{ [Mimo.UserPrompt(\"{{data}}\")] System.Threading.Tasks.Task<string> AskAsync({parameter}, System.Threading.CancellationToken cancellationToken); }}");
    }

    [Theory]
    [InlineData("TimeoutSeconds = {|MIMO037:-5|}")]
    [InlineData("Name = \"call\", TimeoutSeconds = {|MIMO037:int.MinValue|}")]
    [InlineData("TimeoutSeconds = 0")]
    [InlineData("TimeoutSeconds = 30")]
    public async Task A_time_limit_below_zero_limits_nothing(string options) =>
        await AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO037", $"public partial class Holder {{ [Mimo.MimoTool({options})] public static void Call(int data) {{ }} }}");

    /// <summary>What a tool reads is checked in any case; what a prompt is handed, or a converter reads, isn't.</summary>
    [Theory]
    [InlineData("EnumDataType(typeof(System.DayOfWeek))", "System.DayOfWeek")]
    [InlineData("EnumDataType(typeof(System.DayOfWeek))", "System.DayOfWeek?")]
    [InlineData("ValidateObjectMembers", "Inner")]
    [InlineData("ValidateEnumeratedItems", "Inner[]")]
    [InlineData("ValidateComplexType", "Inner")]
    public async Task One_whose_rule_is_kept_in_any_case_is_told_of_where_it_is_not(string attribute, string type)
    {
        await Check(Types + $"public record Data([{attribute}] {type} Value); public partial class Holder {{ [Mimo.MimoTool] public static void Call([{attribute}] {type} data, Data more) {{ }} }}");
        await Check(Types + $"[Mimo.MimoPrompt] public partial interface IAsk {{ [Mimo.UserPrompt(\"{{data}}\")] System.Threading.Tasks.Task<string> AskAsync([{{|MIMO015:{attribute}|}}] {type} data, System.Threading.CancellationToken cancellationToken); }}");
    }

    [Fact]
    public Task One_on_a_value_that_a_converter_reads_is_told_of() => Check(Types + """
        [System.Text.Json.Serialization.JsonConverter(typeof(Converter<Own>))] public class Own;

        [System.Text.Json.Serialization.JsonConverter(typeof(Converter<Level>))] public enum Level { Low, High }

        public class Converter<T> : System.Text.Json.Serialization.JsonConverter<T>
        {
            public override T? Read(ref System.Text.Json.Utf8JsonReader reader, System.Type type, System.Text.Json.JsonSerializerOptions options) => default;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, T value, System.Text.Json.JsonSerializerOptions options) { }
        }

        public record Data(
            [{|MIMO015:ValidateObjectMembers|}] Own First,
            [property: System.Text.Json.Serialization.JsonConverter(typeof(Converter<Inner>)), {|MIMO015:ValidateObjectMembers|}] Inner Second,
            [ValidateObjectMembers] Inner Third);

        public partial class Holder { [Mimo.MimoTool] public static void Call(Data data, [{|MIMO015:EnumDataType(typeof(Level))|}] Level level) { } }
        """);

    [Fact]
    public Task One_on_a_type_or_member_is_told_of_where_it_stands() => Check(Types + """
        [{|MIMO015:Even|}] public record Data([{|MIMO015:Phone|}] string First, [property: {|MIMO015:Even|}] int Second) { [{|MIMO015:Compare("First")|}] public string? Third { get; set; } }

        public partial class Holder { [Mimo.MimoTool] public static void Call(Data data, Data again) { } [Mimo.MimoTool] public static Data Give() => null!; }
        """);

    [Fact]
    public Task A_type_that_is_only_sent_is_not_held_to_anything() => Check("""
        using System.ComponentModel.DataAnnotations;

        public record Data([Phone] string Number);

        public partial class Holder { [Mimo.MimoTool] public static Data Give() => new(""); }
        """);

    [Fact]
    public Task What_names_a_tools_parameter_names_nothing_else() => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO037", """
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        public record Data([{|MIMO037:MimoParameter(Name = "x")|}] int Number, int Other);

        public partial class Holder { [MimoTool] public static void Call([MimoParameter(Name = "x")] Data data, Data again) { } }

        [MimoPrompt] public partial interface IAsk { [UserPrompt("{text}")] Task<string> AskAsync([{|MIMO037:MimoParameter(Description = "x")|}] string text, CancellationToken cancellationToken); }
        """);

    [Fact]
    public Task A_prompt_that_is_a_tool_too_has_parameters_of_a_tool() => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO037", """
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        public static partial class Assistant
        {
            [MimoTool, MimoPrompt, UserPrompt("{text}")]
            public static partial Task<string> AskAsync([FromServices] IMimoClient client, [MimoParameter(Description = "x")] string text, CancellationToken cancellationToken);
        }
        """);

    [Theory]
    [InlineData("public record Data([{|#0:MimoParameter(Name = \"x\")|}] int Text); public partial class Holder { [MimoTool] public static void Call(Data data) { } }", "Data.Text", "name members with [JsonPropertyName], and describe them with [Description]")]
    [InlineData("[MimoPrompt] public partial interface IAsk { [UserPrompt(\"{text}\")] Task<string> AskAsync([{|#0:MimoParameter(Name = \"x\")|}] string text, CancellationToken token); }", "text", "remove it")]
    public Task What_to_do_with_a_name_that_names_nothing_depends_on_where_it_stands(string code, string name, string advice) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        "using System.Threading;\nusing System.Threading.Tasks;\nusing Mimo;\n" + code,
        new DiagnosticResult("MIMO037", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"'MimoParameter' does nothing on '{name}', which is no parameter of a tool; {advice}"));

    private static Task Check(string code) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO015", code);
}
