namespace Mimo.Types.Tests;

/// <summary>What the model is told that members are for, wherever it is written.</summary>
public sealed partial class DescriptionTests
{
    [Theory]
    [InlineData("name", "What it is called.")]
    [InlineData("barks", "How often it barks.")]
    [InlineData("legs", "How many legs it has.")]
    [InlineData("weight", "In kilograms.")]
    public void A_member_is_described_where_it_is_declared(string member, string expected) => Assert.Equal(expected, Description("dog", member));

    [Theory]
    [InlineData("name", "What it is called.")]
    [InlineData("age", "In years.")]
    public void A_member_is_described_by_the_constructor_that_takes_it(string member, string expected) => Assert.Equal(expected, Description("cat", member));

    private static string? Description(string tool, string member) =>
        Tools.Named(tool).Schema().GetProperty("properties").GetProperty(member).GetProperty("description").GetString();

    [MimoTool("dog")]
    internal static string TakeDog(Dog value) => value.Name;

    [MimoTool("cat")]
    internal static string TakeCat(Cat value) => value.Name;

    /// <param name="Name">What it is called.</param>
    /// <param name="Legs">How many legs it has.</param>
    public record Animal(string Name, int Legs)
    {
        /// <summary>In kilograms.</summary>
        public double? Weight { get; init; }
    }

    /// <param name="Barks">How often it barks.</param>
    public sealed record Dog(string Name, int Barks) : Animal(Name, 4);

    public sealed class Cat
    {
        /// <param name="name">The cat's name.</param>
        /// <param name="age">In years.</param>
        public Cat(string name, int age)
        {
            Name = name;
            Age = age;
        }

        /// <summary>What it is called.</summary>
        public string Name { get; }

        public int Age { get; }
    }
}
