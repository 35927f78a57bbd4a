using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

public class MaybeNullTests
{
    private const string Usings = "using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    [Theory]
    [InlineData("#nullable enable", "Order?")]
    [InlineData("#nullable enable", "Order")]
    [InlineData("#nullable disable", "Order")]
    [InlineData("#nullable enable", "Line?")]
    public void Values_behind_what_may_be_null_are_inserted_in_every_form(string context, string type) => GeneratorHarness.Check(context + "\n" + Usings + $$"""
        [MimoPrompt]
        public partial interface IOrders
        {
            [UserPrompt("{x.Status:json} {x.Placed:json} {x.Due:json} {x.Placed:yyyy} {x.Status} {x.Names:json} {x.Buyer:json} {x.Where:json} {x.Where.City:json} {x.Placed.Year:json} {x.Placed:fence} {x.Note:json}")]
            Task<string> AskAsync({{type}} x);

            [UserPrompt("{x.Tags:list} {x.Names:list} {x.Where.Tags:list} {x.Pictures}")]
            Task<string> ListAsync({{type}} x);
        }

        public enum Status { Open, Closed }

        public record Person(string Name);

        public record struct Spot(string City, System.Collections.Immutable.ImmutableArray<int> Tags);

        public class Order
        {
            public Status Status { get; set; }
            public System.DateTime Placed { get; set; }
            public System.DateOnly? Due { get; set; }
            public System.Collections.Immutable.ImmutableArray<string> Tags { get; set; }
            public System.Collections.Immutable.ImmutableArray<MimoImage> Pictures { get; set; }
            public List<string> Names { get; set; } = new();
            public Person Buyer { get; set; } = new("x");
            public Spot Where { get; set; }
            public string Note { get; set; } = "";
        }

        public struct Line
        {
            public Status Status { get; set; }
            public System.DateTime Placed { get; set; }
            public System.DateOnly? Due { get; set; }
            public System.Collections.Immutable.ImmutableArray<string> Tags { get; set; }
            public System.Collections.Immutable.ImmutableArray<MimoImage> Pictures { get; set; }
            public List<string> Names { get; set; }
            public Person Buyer { get; set; }
            public Spot Where { get; set; }
            public string Note { get; set; }
        }
        """);
}
