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
    public async Task A_validation_attribute_that_is_not_looked_at_is_told_of(string parameter)
    {
        await Check(Types + $"public partial class Holder {{ [Mimo.MimoTool] public static void Call({parameter}) {{ }} }}");
        await Check(Types + $"[Mimo.MimoPrompt] public partial interface IAsk {{ [Mimo.UserPrompt(\"{{data}}\")] System.Threading.Tasks.Task<string> AskAsync({parameter}, System.Threading.CancellationToken cancellationToken); }}");
    }

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

    private static Task Check(string code) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO015", code);
}
