using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Tests.Harness;

/// <summary>The framework that a test's compilation targets: its reference assemblies, and the runtime as built for it.</summary>
internal sealed class TestFramework
{
    public static readonly TestFramework Net80 = new("net8.0", Basic.Reference.Assemblies.Net80.References.All, Path.Combine(AppContext.BaseDirectory, "net8.0", "Mimo.dll"));
    public static readonly TestFramework Net100 = new("net10.0", Basic.Reference.Assemblies.Net100.References.All, Path.Combine(AppContext.BaseDirectory, "Mimo.dll"));

    private readonly string _name;

    private TestFramework(string name, IEnumerable<MetadataReference> framework, string runtimePath)
    {
        _name = name;
        References = [.. framework, MetadataReference.CreateFromFile(runtimePath)];
        EmptyProject = CSharpCompilation.Create("App", references: References, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
        _ = EmptyProject.GetSpecialType(SpecialType.System_Object);
    }

    public IReadOnlyList<MetadataReference> References { get; }

    /// <summary>What every project starts from; the references, once bound, are shared by all that are derived from it.</summary>
    public CSharpCompilation EmptyProject { get; }

    public override string ToString() => _name;
}
