using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Diagnostics;

/// <summary>
/// All rules, in a file for each category. Ids are never reused; each has a help page <c>docs/rules/MIMOnnn.md</c>. A rule with
/// several messages has a descriptor for each; title and category are then the same, and the severity as a rule.
/// </summary>
internal static partial class DiagnosticDescriptors
{
    /// <summary>What fails: nothing is generated for the member, or what is generated could not work.</summary>
    private static DiagnosticDescriptor Error(string id, string title, string message, string category) =>
        Create(id, title, message, category, DiagnosticSeverity.Error);

    /// <summary>What works but misleads the model or its author.</summary>
    private static DiagnosticDescriptor Warning(string id, string title, string message, string category) =>
        Create(id, title, message, category, DiagnosticSeverity.Warning);

    /// <summary>What is worth knowing and often meant.</summary>
    private static DiagnosticDescriptor Info(string id, string title, string message, string category, params string[] customTags) =>
        Create(id, title, message, category, DiagnosticSeverity.Info, customTags);

    private static DiagnosticDescriptor Create(string id, string title, string message, string category, DiagnosticSeverity severity, params string[] customTags) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/mimo-generators/mimo-generators/blob/main/docs/rules/{id}.md",
        customTags: customTags);

    private static class Category
    {
        public const string Tool = "Mimo.Tool";
        public const string Schema = "Mimo.Schema";
        public const string Prompt = "Mimo.Prompt";
        public const string Usage = "Mimo.Usage";
    }
}
