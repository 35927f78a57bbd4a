using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Types.Tests;

/// <summary>Results whose types don't tell what their values are.</summary>
public sealed partial class AnyResultTests
{
    private static readonly Guid Id = Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");

    /// <summary>Values that System.Text.Json writes in the same way, beside those whose form here is another.</summary>
    public static TheoryData<object?, string?> Values => new()
    {
        { null, null },
        { true, null },
        { "text", null },
        { 'c', null },
        { (sbyte)-1, null },
        { (byte)1, null },
        { (short)-2, null },
        { (ushort)2, null },
        { 3, null },
        { 3u, null },
        { -4L, null },
        { ulong.MaxValue, null },
        { 1.5f, null },
        { 2.5, null },
        { 3.50m, null },
        { (Half)0.5f, null },
        { Int128.MinValue, null },
        { UInt128.MaxValue, null },
        { BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { Id, null },
        { new DateTime(2026, 3, 20, 14, 30, 0, DateTimeKind.Utc), null },
        { new DateTimeOffset(2026, 3, 20, 14, 30, 0, TimeSpan.FromHours(8)), null },
        { new DateOnly(2026, 3, 20), null },
        { new TimeOnly(14, 30), null },
        { TimeSpan.FromMinutes(90), null },
        { new Uri("https://example.com/a"), null },
        { new Version(1, 2), null },
        { new byte[] { 1, 2 }, null },
        { (ReadOnlyMemory<byte>)new byte[] { 1, 2 }, null },
        { (Memory<byte>)new byte[] { 1, 2 }, null },
        { DayOfWeek.Monday, "\"Monday\"" },
        { (DayOfWeek)9, "9" },
        { DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite, """["AllowLeadingWhite","AllowTrailingWhite"]""" },
        { DateTimeStyles.None, "[]" },
        { new[] { 1, 2 }, null },
        { new List<object?> { 1, "a", null, new[] { 1.5 } }, null },
        { new Dictionary<string, object?> { ["a"] = Id, ["b"] = new Dictionary<string, int> { ["c"] = 1 } }, null },
        { new Dictionary<int, string> { [1] = "a" }, null },
        { new Dictionary<DayOfWeek, int> { [DayOfWeek.Friday] = 1 }, null },
        { new Hashtable { ["a"] = 1f }, null },
        { JsonNode.Parse("""{"a":[1]}"""), null },
        { JsonDocument.Parse("[1]"), null },
        { JsonDocument.Parse("[1]").RootElement, null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_declared_as_object_is_written_by_what_it_is(object? value, string? expected) => Assert.Equal(
        expected ?? JsonSerializer.Serialize(value),
        await new Source(value).Tools.Named("any").AnswerAsync("{}"));

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_inside_of_a_dictionary_of_objects_is_too(object? value, string? expected) => Assert.Equal(
        $$"""{"value":{{expected ?? JsonSerializer.Serialize(value)}}}""",
        await new Source(value).Tools.Named("map").AnswerAsync("{}"));

    [Fact]
    public async Task A_value_declared_as_object_whose_members_only_reflection_could_tell_is_an_error_that_says_so()
    {
        Assert.Contains("anonymous type", await FailureAsync(new { Temperature = 3 }), StringComparison.Ordinal);
        Assert.Contains("Unknown", await FailureAsync(new List<object> { new Unknown(1) }), StringComparison.Ordinal);
        Assert.Contains("keys", await FailureAsync(new Dictionary<double, int> { [1] = 1 }), StringComparison.Ordinal);

        var endless = new List<object>();
        endless.Add(endless);
        Assert.Contains("64 levels", await FailureAsync(endless), StringComparison.Ordinal);
    }

    private static async Task<string> FailureAsync(object value)
    {
        MimoToolResult result = await new Source(value).Tools.Named("any").CallAsync("{}");
        Assert.True(result.IsError, result.Content);
        return result.Exception!.Message;
    }

    public sealed partial class Source(object? value)
    {
        [MimoTool("any")]
        internal object? Any() => value;

        [MimoTool("map")]
        internal Dictionary<string, object?> Map() => new() { ["value"] = value };
    }

    public sealed record Unknown(int Amount);
}
