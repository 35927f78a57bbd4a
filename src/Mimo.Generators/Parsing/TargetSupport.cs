using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Parsing;

/// <summary>What generated code needs of the project that it goes into.</summary>
internal static class TargetSupport
{
    /// <summary>The oldest language with raw string literals, UTF-8 literals and static abstract members.</summary>
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp11;

    public static bool IsSufficient(Compilation compilation) => FindShortfall(compilation) is null;

    /// <summary>What the project is too old for, and the repair, as clauses; null if it is new enough.</summary>
    public static (string What, string Repair)? FindShortfall(Compilation compilation)
    {
        if (compilation is CSharpCompilation { LanguageVersion: < OldestLanguage } old)
        {
            return ($"C# {old.LanguageVersion.ToDisplayString()}", $"set LangVersion to {OldestLanguage.ToDisplayString()} or newer, or remove it");
        }

        // The runtime's own word for whether interfaces can have static abstract members, which prompts are made through.
        return compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.RuntimeFeature")?.GetMembers("VirtualStaticsInInterfaces").IsEmpty == false
            ? null
            : ("the target framework", "target net8.0 or newer");
    }
}
