using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Parsing;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>A qualified name is compared part by part; what the compiler displays as the name is the judge.</summary>
public class QualifiedNameTests
{
    private const string Source = """
        class Top { class Inner { class Innermost<T> { } } }
        class TopInner { }
        namespace A { class Top { class Inner { } } namespace B { class Top { } class Generic<T> { class Inner { } } } }
        namespace A.B.C { struct Top { } interface ITop { delegate void Called(); } enum E { } }
        """;

    [Fact]
    public void A_type_is_named_as_it_is_displayed_and_in_no_other_way()
    {
        CSharpCompilation compilation = TestProject.Of(Source).Compile();

        // For the others C# has words of its own: nint, tuples, nullable values.
        INamedTypeSymbol[] types = [.. TypesIn(compilation.GlobalNamespace).Where(static type => type.QualifiedName().EndsWith(type.Name, StringComparison.Ordinal))];
        Assert.True(types.Length > 1000);

        foreach (INamedTypeSymbol type in types)
        {
            string name = type.QualifiedName();
            Assert.True(type.IsNamed(name), name);
            Assert.All(Others(name), other => Assert.False(type.IsNamed(other), $"{name} is not {other}"));
        }
    }

    [Fact]
    public void A_namespace_has_a_name_too()
    {
        CSharpCompilation compilation = TestProject.Of(Source).Compile();
        INamespaceSymbol inner = compilation.GetTypeByMetadataName("A.B.C.Top")!.ContainingNamespace;

        Assert.True(inner.IsNamed("A.B.C"));
        Assert.False(inner.IsNamed("B.C"));
        Assert.False(inner.IsNamed("X.A.B.C"));
        Assert.False(compilation.GlobalNamespace.IsNamed(""));
    }

    private static IEnumerable<string> Others(string name)
    {
        yield return "X" + name;
        yield return "X." + name;
        yield return name + "X";
        yield return name + ".X";
        yield return name[1..];
        yield return name[..^1];
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            yield return name[(dot + 1)..];
            yield return name[..dot];
            yield return name[..dot] + "+" + name[(dot + 1)..];
            yield return name[..dot] + name[(dot + 1)..];
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));
}
