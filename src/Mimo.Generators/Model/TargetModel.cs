namespace Mimo.Generators.Model;

/// <summary>What generated code needs to know of the project it goes into.</summary>
/// <param name="JsonClass">The name of the class with the project's readers and writers; it holds the assembly's name, so that two projects that see each other's internals never clash.</param>
/// <param name="DescribeConstraints">Whether constraints are also told in descriptions (MSBuild property <c>MimoDescribeConstraints</c>).</param>
internal sealed record TargetModel(string JsonClass, bool DescribeConstraints)
{
    public const string Namespace = "Mimo.Generated";

    /// <summary>The class as generated code writes it.</summary>
    public string JsonClassSyntax => "global::" + Namespace + "." + JsonClass;
}
