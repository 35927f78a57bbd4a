using Mimo.Types.Tests.Constrained;
using Mimo.Types.Tests.Oracles;

namespace Mimo.Types.Tests;

/// <summary>The oracles of schemas over constraints, unions and open objects.</summary>
public sealed class ConstrainedInstanceTests
{
    [Theory]
    [MemberData(nameof(ConstrainedCases.Names), MemberType = typeof(ConstrainedCases))]
    public void Every_instance_of_the_schema_is_accepted(string name) => Instances.CheckAccepted(ConstrainedCases.Of(name), samples: 100);

    [Theory]
    [MemberData(nameof(ConstrainedCases.Names), MemberType = typeof(ConstrainedCases))]
    public void Every_violation_of_the_schema_is_refused_at_its_place(string name) => Instances.CheckRefused(ConstrainedCases.Of(name), samples: 20);

    [Theory]
    [MemberData(nameof(ConstrainedCases.Names), MemberType = typeof(ConstrainedCases))]
    public void What_a_model_says_differently_means_the_same(string name) => Instances.CheckTolerated(ConstrainedCases.Of(name), samples: 10);

    [Theory]
    [MemberData(nameof(ConstrainedCases.Names), MemberType = typeof(ConstrainedCases))]
    public void What_the_schema_allows_survives_our_reader_and_our_writer(string name) => Instances.CheckRoundTrip(ConstrainedCases.Of(name), samples: 50);

    /// <summary>An oracle that finds nothing to break holds nothing.</summary>
    [Fact]
    public void Every_word_of_the_schemas_is_broken_somewhere()
    {
        string[] kinds =
        [
            "denied value", "far too large", "far too small", "missing", "no match", "not base64", "null", "too few entries", "too few items", "too large", "too large as text", "too long",
            "too many entries", "too many items", "too short", "too small", "unknown constant", "unknown name", "unknown number", "wrong format", "wrong kind", "wrong name",
        ];

        Assert.Equal(kinds, ConstrainedCases.All.SelectMany(static echo => Instances.KindsOfViolations(echo, samples: 20)).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The text of one byte is as long as that of three, so the length in the schema lets it by; the reader counts the bytes.</summary>
    [Fact]
    public void Bytes_too_few_in_a_text_that_is_long_enough_are_refused() => Assert.Contains(
        "- $.value: expected 2 to 5 bytes, but got 1", ConstrainedCases.Of("ConstraintTools.OfBytes").Call("\"AA==\"").Result.Content, StringComparison.Ordinal);
}
