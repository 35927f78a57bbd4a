using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>What is asked of types that are only written: that all of them can be read, and no more.</summary>
public class ResultRuleTests
{
    [Theory]
    [InlineData("[System.Text.Json.Serialization.JsonInclude] private int _number = 1; public int Other => _number;", true)]
    [InlineData("[System.Text.Json.Serialization.JsonInclude] public int Number { private get; set; }", true)]
    [InlineData("[System.Text.Json.Serialization.JsonInclude] private int Number { get; set; }", true)]
    [InlineData("[System.Text.Json.Serialization.JsonInclude] public int Number { get; private set; }", false)]
    [InlineData("[System.Text.Json.Serialization.JsonInclude] internal int Number { get; set; }", false)]
    [InlineData("[System.Text.Json.Serialization.JsonInclude, System.Text.Json.Serialization.JsonIgnore] private int Number { get; set; }", false)]
    public Task A_member_that_is_included_can_be_read(string members, bool isTold) =>
        Check($$"""partial class Holder { [MimoTool] static {{(isTold ? "{|MIMO004:Data|}" : "Data")}} A() => throw null!; } public class Data { {{members}} }""");

    [Theory]
    [InlineData("System.Linq.IOrderedEnumerable<int>")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyObservableCollection<int>")]
    [InlineData("Page")]
    [InlineData("{|MIMO004:System.Linq.IGrouping<string, int>|}")]
    [InlineData("{|MIMO004:System.Linq.ILookup<string, int>|}")]
    [InlineData("System.Collections.Generic.List<{|MIMO004:System.Linq.IQueryable<int>|}>")]
    [InlineData("{|MIMO004:Both|}")]
    [InlineData("{|MIMO004:Untyped|}")]
    [InlineData("{|MIMO004:Hidden|}")]
    public Task A_result_that_is_a_collection_need_only_say_what_its_items_are(string type) => Check($$"""
        using System.Collections;
        using System.Collections.Generic;

        partial class Holder
        {
            [MimoTool] static {{type}} A() => throw null!;

            private abstract class Hidden : Page;
        }

        public abstract class Page : IReadOnlyList<int>
        {
            public int this[int index] => index;

            public int Count => 1;

            public abstract IEnumerator<int> GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }

        public abstract class Both : Page, IEnumerable<string>
        {
            IEnumerator<string> IEnumerable<string>.GetEnumerator() => throw null!;
        }

        public abstract class Untyped : IEnumerable
        {
            public abstract IEnumerator GetEnumerator();
        }
        """);

    private static Task Check(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("using Mimo;\n" + code);
}
