using System.Reflection;
using Mimo.Types.Tests.Compiling;

namespace Mimo.Types.Tests;

/// <summary>Types and tools of a compiled library, which shows its shapes but not its code.</summary>
public sealed class OtherAssemblyTests(OtherAssemblyTests.Projects projects) : IClassFixture<OtherAssemblyTests.Projects>
{
    private const string Library = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Text.Json.Serialization;
        using Mimo;

        namespace Shop;

        /// <summary>What is sold.</summary>
        /// <param name="Name">What it is called.</param>
        public record Product(string Name, Category Category = Category.Tools, decimal? Price = null);

        /// <summary>Where it stands.</summary>
        public enum Category
        {
            /// <summary>For the hand.</summary>
            [JsonStringEnumMemberName("tools & more")] Tools,
            Books,
        }

        public class Order
        {
            public required string Number { get; init; }

            public string Customer { get; set; } = "nobody";

            [DefaultValue("none")]
            public string Note { get; set; } = "none";

            public string? Hint { get; set; }

            /// <summary>What was ordered.</summary>
            public List<Product> Products { get; init; } = [];

            [JsonPropertyName("in_stock"), Description("Whether all is there.")]
            public bool InStock { get; init; }

            internal int Internal { get; set; }
        }

        public class Furniture
        {
            public Furniture() => Init(this);

            public string? Color { get; init; }

            private static void Init(Furniture furniture) => typeof(Furniture).GetProperty(nameof(Color))!.SetValue(furniture, "brown");
        }

        public class Percent
        {
            private int _value;

            public int Value
            {
                get => _value;
                set => _value = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value));
            }
        }

        [JsonDerivedType(typeof(Card), "card")]
        [JsonDerivedType(typeof(Cash), "cash")]
        public abstract record Payment;

        public sealed record Card(string Number) : Payment;

        public sealed record Cash(decimal Amount) : Payment;

        public partial class ShopTools
        {
            [MimoTool] public virtual string Open() => "shop";
            [MimoTool] public string Close() => "shop";
        }

        public partial class StaticTools
        {
            [MimoTool] public static string Count() => "shop";
        }
        """;

    private const string Project = """
        using Mimo;
        using Shop;

        namespace Use;

        public partial class MyTools : ShopTools
        {
            [MimoTool] public override string Open() => "mine";
            [MimoTool] public static Order Order(Order value) => value;
            [MimoTool] public static Percent Percent(Percent value) => value;
            [MimoTool] public static Payment Pay(Payment value) => value;
            [MimoTool] public static Chair Sit(Chair value) => value;
        }

        public class Chair : Furniture;

        public partial class MyStaticTools : StaticTools
        {
            [MimoTool] public static Product Product(Product value) => value;
        }
        """;

    [Fact]
    public async Task Tools_of_a_library_are_inherited()
    {
        Assert.Equal(["open", "close", "order", "percent", "pay", "sit"], projects.Tools.Select(static tool => tool.Name));
        Assert.Equal(["count", "product"], projects.StaticTools.Select(static tool => tool.Name));
        Assert.Equal("mine", await projects.Tools.Named("open").AnswerAsync("{}"));
        Assert.Equal("shop", await projects.Tools.Named("close").AnswerAsync("{}"));
        Assert.Equal("shop", await projects.StaticTools.Named("count").AnswerAsync("{}"));
    }

    /// <summary>An initializer is code, so whether leaving the member out is meant can't be seen, and missing it is told rather than filled with nothing.</summary>
    [Fact]
    public async Task A_member_that_is_not_nullable_is_required_unless_it_says_that_it_has_a_default()
    {
        Assert.Equal(["number", "customer", "products", "in_stock"], projects.Tools.Named("order").Schema().GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal(
            """{"number":"1","customer":"Ann","note":"none","hint":null,"products":[{"name":"Saw","category":"tools & more","price":null}],"in_stock":true}""",
            await projects.Tools.Named("order").AnswerAsync("""{"value":{"number":1,"customer":"Ann","products":[{"name":"Saw"}],"in_stock":true}}""".Replace(":1,", ":\"1\",", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Records_with_defaults_unions_and_own_code_work_as_in_the_project()
    {
        Assert.Equal("""{"name":"Saw","category":"Books","price":9.90}""", await projects.StaticTools.Named("product").AnswerAsync("""{"value":{"name":"Saw","category":"books","price":9.90}}"""));
        Assert.Equal("""{"$type":"cash","amount":2.5}""", await projects.Tools.Named("pay").AnswerAsync("""{"value":{"amount":"2.5","$type":"cash"}}"""));
        MimoToolResult refused = await projects.Tools.Named("percent").CallAsync("""{"value":{"value":101}}""");
        Assert.IsType<ArgumentOutOfRangeException>(refused.Exception);
        Assert.Contains("$.value: expected a valid Percent", refused.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_is_left_out_keeps_what_a_constructor_of_the_library_gave_it() =>
        Assert.Equal("""{"color":"brown"}""", await projects.Tools.Named("sit").AnswerAsync("""{"value":{}}"""));

    [Fact]
    public void Documentation_is_read_where_the_compiler_has_it_and_descriptions_everywhere()
    {
        string order = projects.Tools.Named("order").Schema().GetRawText();
        string product = projects.StaticTools.Named("product").Schema().GetRawText();

        Assert.Contains("\"What was ordered.\"", order, StringComparison.Ordinal);
        Assert.Contains("\"Whether all is there.\"", order, StringComparison.Ordinal);
        Assert.Contains("\"What is sold.\"", product, StringComparison.Ordinal);
        Assert.Contains("\"What it is called.\"", product, StringComparison.Ordinal);
        Assert.Contains("For the hand", product, StringComparison.Ordinal);
    }

    public sealed class Projects
    {
        public Projects()
        {
            Assembly use = GeneratedAssembly.LoadWithLibrary(Library, Project);
            Tools = ((IMimoToolSource)Activator.CreateInstance(use.GetType("Use.MyTools")!)!).Tools;
            StaticTools = (MimoToolSet)use.GetType("Use.MyStaticTools")!.GetProperty("Tools", BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)!.GetValue(null)!;
        }

        internal MimoToolSet Tools { get; }

        internal MimoToolSet StaticTools { get; }
    }
}
