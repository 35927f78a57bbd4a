using Mimo.Generation;

namespace Mimo.Tests.Wire;

public class ModelAnswerTests
{
    private static readonly string[] Names = ["one", "two"];
    private static readonly ModelOutput<long> Number = new(static (ref ModelJsonReader reader) => reader.ReadInteger<long>(), isWrapped: true, "a number");
    private static readonly ModelOutput<int> Name = new(static (ref ModelJsonReader reader) => reader.ReadName(Names), isWrapped: true, "a name");

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_an_unknown_member()
    {
        Assert.True(Number.TryRead("""{"\ud800":1,"value":2}""", out long value, out _));
        Assert.Equal(2, value);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_value_is_a_problem_and_not_thrown()
    {
        Assert.False(Name.TryRead("""{"value":"\ud800"}""", out _, out string? problems));
        Assert.Contains("$.value", problems);
        Assert.True(Name.TryRead("""{"value":"\u0074wo"}""", out int index, out _));
        Assert.Equal(1, index);
    }
}
