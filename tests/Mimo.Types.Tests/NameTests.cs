using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>Names that differ by case alone: the one that is written is the one that is meant, and what could be two is neither.</summary>
public sealed partial class NameTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("Ab")]
    [InlineData("AB")]
    [InlineData("other")]
    public async Task A_name_with_blanks_around_it_is_itself(string name)
    {
        foreach (string written in new[] { name, " " + name, name + "\\n", "\\t" + name + " " })
        {
            Assert.Equal(name, await Tools.Named("case").AnswerAsync($$"""{"value":"{{written}}"}"""));
            Assert.Equal(name, await Tools.Named("keys").AnswerAsync($$$"""{"value":{"{{{written}}}":1}}"""));
            Assert.Equal(name, await Tools.Named("flags").AnswerAsync($$"""{"value":["{{written}}"]}"""));
            Assert.Equal(name, await Tools.Named("union").AnswerAsync($$$"""{"value":{"$type":"{{{written}}}"}}"""));
        }
    }

    [Theory]
    [InlineData("aB")]
    [InlineData(" aB ")]
    public async Task A_name_that_could_be_two_is_refused(string name)
    {
        const string Expected = "one of \"ab\", \"Ab\", \"AB\", \"other\"";
        Assert.Equal([$"$.value: expected {Expected}, but got the string \"{name}\""], await Tools.Named("case").ProblemsAsync($$"""{"value":"{{name}}"}"""));
        Assert.EndsWith($": expected the name itself to be {Expected}", Assert.Single(await Tools.Named("keys").ProblemsAsync($$$"""{"value":{"{{{name}}}":1}}""")), StringComparison.Ordinal);
        Assert.Equal([$"$.value[0]: expected {Expected}, but got the string \"{name}\""], await Tools.Named("flags").ProblemsAsync($$"""{"value":["{{name}}"]}"""));
        Assert.Equal([$"$.value[\"$type\"]: expected {Expected}, but got the string \"{name}\""], await Tools.Named("union").ProblemsAsync($$$"""{"value":{"$type":"{{{name}}}"}}"""));
    }

    [Fact]
    public async Task A_name_that_can_be_but_one_may_be_written_in_any_case() =>
        Assert.Equal("other", await Tools.Named("case").AnswerAsync("""{"value":" OTHER"}"""));

    /// <summary>No doubt, since either of them would say the same.</summary>
    [Theory]
    [InlineData("KM", "1")]
    [InlineData("Km", "1")]
    [InlineData("km", "1")]
    [InlineData(" kM ", "1")]
    [InlineData("MI", "2")]
    [InlineData("mi", "2")]
    [InlineData("Mi", "2")]
    [InlineData("mI", "2")]
    [InlineData("ly", "3")]
    [InlineData("Ly", "4")]
    [InlineData("LY", "4")]
    [InlineData("lY", null)]
    public async Task Names_of_one_value_that_differ_by_case_alone_are_one(string name, string? value)
    {
        (string Tool, string Arguments)[] calls =
        [
            ("unit", $$"""{"value":"{{name}}"}"""),
            ("units", $$"""{"value":["{{name}}"]}"""),
            ("unit_keys", $$$"""{"value":{"{{{name}}}":1}}"""),
        ];
        foreach ((string tool, string arguments) in calls)
        {
            if (value is null)
            {
                Assert.Single(await Tools.Named(tool).ProblemsAsync(arguments));
            }
            else
            {
                Assert.Equal(value, await Tools.Named(tool).AnswerAsync(arguments));
            }
        }
    }

    [Fact]
    public void A_schema_lists_each_of_them() => Assert.Equal(
        """["KM","Km","mi","MI","ly","Ly","LY"]""",
        Tools.Named("unit").Schema().GetProperty("enum").GetRawText());

    [MimoTool("unit")]
    internal static int TakeUnit(Unit value) => (int)value;

    [MimoTool("units")]
    internal static int TakeUnits(UnitFlags value) => (int)value;

    [MimoTool("unit_keys")]
    internal static int TakeUnitKeys(Dictionary<Unit, int> value) => (int)value.Keys.Single();

    [MimoTool("case")]
    internal static string TakeCase(Case value) => value.ToString();

    [MimoTool("keys")]
    internal static string TakeKeys(Dictionary<Case, int> value) => value.Keys.Single().ToString();

    [MimoTool("flags")]
    internal static string TakeFlags(CaseFlags value) => value.ToString();

    [MimoTool("union")]
    internal static string TakeUnion(Named value) => value.Name;

    public enum Case
    {
        ab,
        Ab,
        AB,
        other,
    }

    public enum Unit
    {
        KM = 1,
        Km = 1,
        [JsonStringEnumMemberName("mi")]
        Mi = 2,
        [JsonStringEnumMemberName("mi")]
        Mile = 2,
        MI = 2,
        ly = 3,
        Ly = 4,
        LY = 4,
    }

    [Flags]
    public enum UnitFlags
    {
        KM = 1,
        Km = 1,
        [JsonStringEnumMemberName("mi")]
        Mi = 2,
        [JsonStringEnumMemberName("mi")]
        Mile = 2,
        MI = 2,
        ly = 3,
        Ly = 4,
        LY = 4,
    }

    [Flags]
    public enum CaseFlags
    {
        ab = 1,
        Ab = 2,
        AB = 4,
        other = 8,
    }

    [JsonDerivedType(typeof(First), "ab")]
    [JsonDerivedType(typeof(Second), "Ab")]
    [JsonDerivedType(typeof(Third), "AB")]
    [JsonDerivedType(typeof(Fourth), "other")]
    public abstract record Named([property: JsonIgnore] string Name);

    public sealed record First() : Named("ab");

    public sealed record Second() : Named("Ab");

    public sealed record Third() : Named("AB");

    public sealed record Fourth() : Named("other");
}
