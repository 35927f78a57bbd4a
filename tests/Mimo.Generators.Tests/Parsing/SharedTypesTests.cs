using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

        HashSet<string> forwardMethods = [.. forwards.Sources.Values.SelectMany(Methods)];
        HashSet<string> backwardMethods = [.. backwards.Sources.Values.SelectMany(Methods)];

        foreach ((string name, string text) in files)
        {
            foreach ((string hint, string generated) in new GeneratorSession(TestProject.Of(("Types.cs", Types), (name, text))).Sources)
            {
                // What reads and writes types stands in the file of whoever reaches them first.
                Assert.All(
                    Methods(generated),
                    method =>
                    {
                        Assert.Contains(method, forwardMethods);
                        Assert.Contains(method, backwardMethods);
                    });
                Assert.True(hint.Contains(".Readers.", StringComparison.Ordinal) || hint.Contains(".Writers.", StringComparison.Ordinal)
                    || (generated == forwards.Sources[hint] && generated == backwards.Sources[hint]));
            }
        }
    }

    private static IEnumerable<string> Methods(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(static method => method.ToString());
}
