using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Mimo.Generators.Tests.Harness;

/// <summary>A library as another project has it: compiled, so that the compiler shows nothing private of it.</summary>
internal static class TestLibrary
{
    public static MetadataReference Compile(string code) => Compile(code, options: null);

    /// <summary>As a build of another project of the same solution has it: a reference assembly, without what is private.</summary>
    public static MetadataReference CompileForReference(string code) => Compile(code, new EmitOptions(metadataOnly: true, includePrivateMembers: false));

    private static PortableExecutableReference Compile(string code, EmitOptions? options)
    {
        using var image = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText(code)], TestFramework.Net100.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(image, options: options).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
