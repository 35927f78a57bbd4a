using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Tests.Harness;

/// <summary>A library as another project has it: compiled, so that the compiler shows nothing private of it.</summary>
internal static class TestLibrary
{
    public static MetadataReference Compile(string code)
    {
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText(code)], TestFramework.Net100.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
