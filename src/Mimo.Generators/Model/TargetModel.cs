namespace Mimo.Generators.Model;

/// <summary>What generated code needs to know of the project it goes into.</summary>
/// <param name="JsonClass">The name of the class with the project's readers and writers; it holds the assembly's name, so that two projects that see each other's internals never clash.</param>
/// <param name="DescribeConstraints">Whether constraints are also told in descriptions (MSBuild property <c>MimoDescribeConstraints</c>).</param>
/// <param name="Language">The language that generated code is written in.</param>
internal sealed record TargetModel(string JsonClass, bool DescribeConstraints, TargetLanguage Language)
{
    public const string Namespace = "Mimo.Generated";

    /// <summary>The class as generated code writes it.</summary>
    public string JsonClassSyntax => "global::" + Namespace + "." + JsonClass;

    /// <summary>Whether there are raw string literals and UTF-8 literals.</summary>
    public bool HasRawLiterals => Language >= TargetLanguage.CSharp11;

    /// <summary>Whether a type can implement static members of interfaces.</summary>
    public bool HasStaticAbstractMembers => Language >= TargetLanguage.CSharp11;
}

/// <summary>The language versions that make a difference to generated code: a project's own counts as the newest of these that it has.</summary>
internal enum TargetLanguage
{
    CSharp10,
    CSharp11,
}
