using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>Dictionaries that sort their keys: by culture, so that two texts may be one key, over which their constructors throw.</summary>
public class SortedKeyTests
{
    [Theory]
    [InlineData("System.Collections.Generic.SortedDictionary")]
    [InlineData("System.Collections.Generic.SortedList")]
    [InlineData("System.Collections.Immutable.ImmutableSortedDictionary")]
    public void A_dictionary_that_sorts_its_keys_is_filled_by_its_indexer(string type)
    {
        CheckedOutput output = GeneratorHarness.Check($$"""
            public static partial class Holder
            {
                /// <summary>Counts.</summary>
                [Mimo.MimoTool]
                public static int Count({{type}}<string, int> value) => value.Count;
            }
            """);

        string reader = Assert.Single(output.Sources.Values, static source => source.Contains("NextEntry", StringComparison.Ordinal));
        Assert.Contains("CollectionBuilder.Fill(new global::System.Collections.Generic.Sorted", reader, StringComparison.Ordinal);
    }
}
