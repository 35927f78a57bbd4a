using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>
/// A default value reaches the method bit for bit when the model leaves the argument out, and the schema tells the same value
/// wherever JSON can.
/// </summary>
public class DefaultValueTests
{
    [Theory]
    [InlineData("int", "5", "5")]
    [InlineData("int", "int.MinValue", "-2147483648")]
    [InlineData("long", "long.MinValue", "-9223372036854775808")]
    [InlineData("long", "long.MaxValue", "9223372036854775807")]
    [InlineData("ulong", "ulong.MaxValue", "18446744073709551615")]
    [InlineData("uint", "uint.MaxValue", "4294967295")]
    [InlineData("short", "short.MinValue", "-32768")]
    [InlineData("ushort", "ushort.MaxValue", "65535")]
    [InlineData("sbyte", "sbyte.MinValue", "-128")]
    [InlineData("byte", "byte.MaxValue", "255")]
    [InlineData("bool", "true", "true")]
    [InlineData("bool", "false", "false")]
    [InlineData("bool", "default", "false")]
    [InlineData("int", "default", "0")]
    [InlineData("int?", "7", "7")]
    [InlineData("int?", "null", null)]
    [InlineData("bool?", "false", "false")]
    [InlineData("double", "0.1", "0.1")]
    [InlineData("double", "1e300", "1E+300")]
    [InlineData("double", "double.Epsilon", "5E-324")]
    [InlineData("double", "double.MaxValue", "1.7976931348623157E+308")]
    [InlineData("float", "0.1f", "0.1")]
    [InlineData("float", "float.MaxValue", "3.4028235E+38")]
    [InlineData("float?", "2.5f", "2.5")]
    [InlineData("decimal", "1.10m", "1.10")]
    [InlineData("decimal", "decimal.MaxValue", "79228162514264337593543950335")]
    [InlineData("decimal", "0.0000000000000000000000000001m", "0.0000000000000000000000000001")]
    [InlineData("decimal?", "3m", "3")]
    public async Task A_number_or_boolean(string type, string value, string? json)
    {
        MimoTool tool = Tool($"{type} value = {value}", type.StartsWith("decimal", StringComparison.Ordinal) && value != "null"
            ? $"value!.ToString() == ({value}).ToString()"
            : $"object.Equals(value, ({type})({value}))");

        Assert.Equal("true", await tool.CallAsync("{}"));
        AssertDefault(json, tool);
    }

    [Theory]
    [InlineData("double", "-0.0")]
    [InlineData("float", "-0.0f")]
    public async Task A_number_that_JSON_can_hardly_say(string type, string value)
    {
        MimoTool tool = Tool($"{type} value = {value}", "System.BitConverter.DoubleToInt64Bits(value) == System.BitConverter.DoubleToInt64Bits((double)(" + value + "))");

        Assert.Equal("true", await tool.CallAsync("{}"));
        if (tool.Schema().GetProperty("properties").GetProperty("value").TryGetProperty("default", out JsonElement told))
        {
            Assert.Equal(0, told.GetDouble());
        }
    }

    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("'\\0'", "\0")]
    [InlineData("'\\''", "'")]
    [InlineData("'\"'", "\"")]
    [InlineData("'\\\\'", "\\")]
    [InlineData("'\\n'", "\n")]
    [InlineData("'\\u2028'", "\u2028")]
    [InlineData("'日'", "日")]
    public async Task A_character(string value, string? told)
    {
        MimoTool tool = Tool($"char value = {value}", $"value == {value}");

        Assert.Equal("true", await tool.CallAsync("{}"));
        AssertTextDefault(told, tool);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("\"\\\"\\\"\\\"\\\"\\\"\"", "\"\"\"\"\"")]
    [InlineData("\"a\\nb\\r\\nc\\t\"", "a\nb\r\nc\t")]
    [InlineData("\"{braces} {{and}} $\"", "{braces} {{and}} $")]
    [InlineData("\"back\\\\slash\\\\\"", "back\\slash\\")]
    [InlineData("\"😀 日本語\"", "😀 日本語")]
    [InlineData("\"\\u2028\\u2029\\u0085\\u007f\\u0000\\ufeff\"", "\u2028\u2029\u0085\u007f\0\ufeff")]
    [InlineData("\"</script>&<!--\"", "</script>&<!--")]
    public async Task A_string(string value, string? told)
    {
        MimoTool tool = Tool($"string value = {value}", $"value == {value}");

        Assert.Equal("true", await tool.CallAsync("{}"));
        AssertTextDefault(told, tool);
    }

    [Theory]
    [InlineData("string? value = null", "value is null")]
    [InlineData("string? value = default", "value is null")]
    [InlineData("string value = null!", "value is null")]
    [InlineData("int[]? value = null", "value is null")]
    [InlineData("System.Collections.Generic.List<string> value = null!", "value is null")]
    [InlineData("System.Guid value = default", "value == System.Guid.Empty")]
    [InlineData("System.DateTime value = default", "value == System.DateTime.MinValue")]
    [InlineData("System.Guid? value = default", "value is null")]
    [InlineData("System.Text.Json.JsonElement value = default", "value.ValueKind == System.Text.Json.JsonValueKind.Undefined")]
    [InlineData("System.Int128 value = default", "value == 0")]
    [InlineData("Point value = default", "value.X == 0")]
    [InlineData("Point? value = null", "value is null")]
    [InlineData("object? value = null", "value is null")]
    [InlineData("params int[] value", "value.Length == 0")]
    [InlineData("params string?[] value", "value.Length == 0")]
    public async Task No_value_to_tell(string parameter, string condition)
    {
        MimoTool tool = Tool(parameter, condition);

        Assert.Equal("true", await tool.CallAsync("{}"));
        AssertDefault(null, tool);
    }

    [Theory]
    [InlineData("Color", "Color.Green", "\"Green\"")]
    [InlineData("Color", "default", "\"Red\"")]
    [InlineData("Color?", "Color.@class", "\"class\"")]
    [InlineData("Color?", "null", null)]
    [InlineData("Days", "Days.Monday", "[\"Monday\"]")]
    [InlineData("Days", "Days.Monday | Days.Sunday", "[\"Monday\",\"Sunday\"]")]
    [InlineData("Days", "Days.Weekend", "[\"Weekend\"]")]
    [InlineData("Days", "0", "[]")]
    [InlineData("Overlapping", "Overlapping.Low | Overlapping.High", "[\"Low\",\"High\"]")]
    [InlineData("Big", "Big.All", "\"All\"")]
    [InlineData("Small", "Small.Low", "\"Low\"")]
    public async Task An_enum(string type, string value, string? json)
    {
        MimoTool tool = Tool($"{type} value = {value}", $"object.Equals(value, ({type})({value}))");

        Assert.Equal("true", await tool.CallAsync("{}"));
        AssertDefault(json, tool);
    }

    [Fact]
    public async Task A_collection_parameter_is_empty_when_left_out()
    {
        MimoTool tool = Tool("params System.Collections.Generic.List<int> value", "value.Count == 0", LanguageVersion.CSharp13);

        Assert.Equal("true", await tool.CallAsync("{}"));
    }

    [Theory]
    [InlineData("[System.ComponentModel.DataAnnotations.MinLength(1)] params string[] value")]
    [InlineData("[System.ComponentModel.DataAnnotations.Length(1, 2)] params int[] value")]
    public void A_list_that_may_not_be_empty_can_not_be_left_out(string parameter)
    {
        MimoTool tool = Tool(parameter, "true");

        Assert.Equal(["value"], tool.Schema().GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
    }

    [Theory]
    [InlineData("System.DateTime", "System.Runtime.CompilerServices.DateTimeConstant(638000000000000001L)", "new System.DateTime(638000000000000001L)", "\"2022-09-28T22:13:20.0000001\"")]
    [InlineData("System.DateTime?", "System.Runtime.CompilerServices.DateTimeConstant(638000000000000000L)", "new System.DateTime(638000000000000000L)", "\"2022-09-28T22:13:20\"")]
    [InlineData("decimal", "System.Runtime.CompilerServices.DecimalConstant(2, 0, 0u, 0u, 110u)", "1.10m", "1.10")]
    [InlineData("int", "System.Runtime.InteropServices.DefaultParameterValue(5)", "5", "5")]
    public async Task A_constant_that_only_an_attribute_can_say(string type, string attribute, string value, string json)
    {
        MimoTool tool = Tool($"[System.Runtime.InteropServices.Optional, {attribute}] {type} value", $"value == {value}");

        Assert.Equal("true", await tool.CallAsync("{}"));
        AssertDefault(json, tool);
    }

    [Fact]
    public void A_prompts_parameter_may_have_a_constant_that_only_an_attribute_can_say() => GeneratorHarness.Check("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("Ask at {when} for {count}")] Task<string> AskAsync([Optional, DateTimeConstant(5L)] System.DateTime when, int count = 1, CancellationToken cancellationToken = default);
        }
        """);

    [Fact]
    public async Task A_parameter_that_is_not_read_gets_its_default_by_the_constructor_that_takes_it()
    {
        MimoToolSet tools = GeneratorHarness.Check("""
            using System.Text.Json.Serialization;
            using Mimo;

            public class Choice
            {
                public Choice(System.Version? secret) => Path = "version";

                [JsonConstructor]
                public Choice(string? secret, long number = 5, byte? small = 3, decimal amount = 1, Kind kind = Kind.B, string text = "\"x\"", int[]? list = null) => Path = $"{secret ?? "none"} {number} {small} {amount} {kind} {text}";

                public Choice(string? secret, int number, byte? small, decimal amount, Kind kind, string text, int[]? list) => Path = "int";

                [JsonIgnore] public string? Secret { get; }
                [JsonIgnore] public long Number { get; }
                [JsonIgnore] public byte? Small { get; }
                [JsonIgnore] public decimal Amount { get; }
                [JsonIgnore] public Kind Kind { get; }
                [JsonIgnore] public string Text => "";
                [JsonIgnore] public int[]? List { get; }
                public string Path { get; }
            }

            public class Torn
            {
                [JsonConstructor] public Torn(string? secret) { }
                public Torn(System.Version? secret) { }
                [JsonIgnore] public string? Secret { get; }
            }

            public class Loose
            {
                [JsonConstructor] public Loose(params int[] numbers) { }
                [JsonIgnore] public int[] Numbers { get; } = [];
            }

            public enum Kind { A, B }

            public static partial class Holder
            {
                [MimoTool] public static string Call(Choice value, Torn torn, Loose loose) => value.Path;
            }
            """, LanguageVersion.CSharp12).LoadTools("Holder");

        Assert.Equal("none 5 3 1 B \"x\"", await Assert.Single(tools).CallAsync("{\"value\":{},\"torn\":{},\"loose\":{}}"));
    }

    [Fact]
    public async Task A_constructor_parameter_of_a_record_has_its_default_too()
    {
        MimoTool tool = Tool("Settings value", "value == new Settings()");

        Assert.Equal("true", await tool.CallAsync("{\"value\":{}}"));
    }

    private static MimoTool Tool(string parameter, string condition, LanguageVersion oldest = LanguageVersion.CSharp11) => Assert.Single(GeneratorHarness.Check($$"""
        using Mimo;

        public enum Color { Red, Green, @class }

        [System.Flags]
        public enum Days { Monday = 1, Saturday = 32, Sunday = 64, Weekend = 96 }

        [System.Flags]
        public enum Overlapping { Low = 3, High = 6 }

        public enum Big : ulong { None, All = ulong.MaxValue }

        public enum Small : sbyte { Low = -128, Zero = 0 }

        public record struct Point(int X);

        public record Settings(string Name = "\"x\"", double Ratio = double.NaN, Color Color = Color.Green, char Separator = '\'', Days Days = Days.Weekend, long Size = -1);

        public static partial class Holder
        {
            [MimoTool]
            public static bool Call({{parameter}}) => {{condition}};
        }
        """, oldest).LoadTools("Holder"));

    private static void AssertDefault(string? json, MimoTool tool)
    {
        JsonElement schema = tool.Schema();
        Assert.Equal(0, schema.GetProperty("required").GetArrayLength());
        Assert.Equal(json, schema.GetProperty("properties").GetProperty("value").TryGetProperty("default", out JsonElement told) ? Normalize(told) : null);
    }

    private static void AssertTextDefault(string? text, MimoTool tool) =>
        Assert.Equal(text, tool.Schema().GetProperty("properties").GetProperty("value").TryGetProperty("default", out JsonElement told) ? told.GetString() : null);

    /// <summary>Exponents can be written in many ways; all else is compared as it stands.</summary>
    private static string Normalize(JsonElement told) =>
        told.ValueKind == JsonValueKind.Number && told.GetRawText().Contains('e', StringComparison.OrdinalIgnoreCase)
            ? told.GetDouble() is var number && (float)number is var single && single.ToString("R", null) is var shortest && double.Parse(shortest, null) == number ? shortest : number.ToString("R", null)
            : told.GetRawText();
}
