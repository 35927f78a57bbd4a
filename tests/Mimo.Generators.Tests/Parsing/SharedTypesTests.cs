using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>A type is read once for all tools of a project that reach it, and nobody can tell by what is generated.</summary>
public class SharedTypesTests
{
    private const string Types = """
        using System.Collections.Generic;

        /// <summary>What leads to itself by two ways.</summary>
        public sealed record Node(Leaf Leaf, Node? Next, Branch? Other, Rest Rest);
        public sealed record Branch(Node? Back, Twig Twig);
        public sealed record Leaf(Colour Colour);
        public sealed record Twig(IReadOnlyList<Leaf> Leaves, Shape? Shape);
        public sealed record Rest(int Count);
        public abstract record Shape;
        public sealed record Circle(double Radius, Rest? Rest = null) : Shape;
        public sealed record Group(IReadOnlyList<Shape> Shapes, Node? Node = null) : Shape;
        public enum Colour { Red, Green }
        """;

    private static readonly string[] Parameters =
    [
        "Node node", "Branch branch", "Leaf leaf, Node node", "Rest rest, Branch branch", "Shape shape", "IReadOnlyList<Shape> shapes, Twig twig", "Twig twig, Group group", "Group group, Node node",
    ];

    [Fact]
    public void A_tool_is_the_same_alone_and_after_others_that_reach_its_types()
    {
        (string Name, string Text)[] files = [.. Parameters.Select(static (parameters, index) => ($"Tools{index}.cs", $$"""
            using System.Collections.Generic;
            using Mimo;

            public static partial class Tools{{index}}
            {
                [MimoTool] public static {{parameters.Split(' ')[0]}} Take({{parameters}}) => {{parameters.Split(' ')[1].TrimEnd(',')}};
            }
            """))];
        var forwards = new GeneratorSession(TestProject.Of([("Types.cs", Types), .. files]));
        var backwards = new GeneratorSession(TestProject.Of([("Types.cs", Types), .. files.Reverse().Select(static (file, index) => ($"Z{index}.cs", file.Text))]));

        foreach ((string name, string text) in files)
        {
            foreach ((string hint, string generated) in new GeneratorSession(TestProject.Of(("Types.cs", Types), (name, text))).Sources)
            {
                Assert.Equal(generated, forwards.Sources[hint]);
                Assert.Equal(generated, backwards.Sources[hint]);
            }
        }
    }
}
