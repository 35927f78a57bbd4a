using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>What generated code needs of the project that it goes into.</summary>
internal static class TargetSupport
{
    /// <summary>The oldest language with interpolated string handlers, which render prompts.</summary>
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp10;

    public static bool IsSufficient(Compilation compilation) => FindShortfall(compilation) is null;

    /// <inheritdoc cref="FindShortfall(INamedTypeSymbol, Compilation)"/>
    public static bool IsSufficientFor(INamedTypeSymbol type, Compilation compilation) => FindShortfall(type, compilation) is null;

    /// <summary>The language that generated code is written in.</summary>
    public static TargetLanguage LanguageOf(Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp11 } ? TargetLanguage.CSharp10 : TargetLanguage.CSharp11;

    /// <summary>What the project is too old for, and the repair, as clauses; null if it is new enough.</summary>
    public static (string What, string Repair)? FindShortfall(Compilation compilation)
    {
        if (compilation is CSharpCompilation { LanguageVersion: < OldestLanguage } old)
        {
            return (Name(old), NewerLanguage(OldestLanguage));
        }

        // The runtime's own word for whether interfaces can have static abstract members, which the library has.
        return compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.RuntimeFeature")?.GetMembers("VirtualStaticsInInterfaces").IsEmpty == false
            ? null
            : ("the target framework", "target net8.0 or newer");
    }

    /// <summary>What the project is too old for at one type, and the repair, as clauses; null if it is new enough for it.</summary>
    /// <remarks>
    /// Where a base interface has the static factory that newer languages get, the compiler lets no class of an older one implement
    /// the interface, not even if nothing of the factory is left to implement.
    /// </remarks>
    public static (string What, string Repair)? FindShortfall(INamedTypeSymbol type, Compilation compilation)
    {
        if (FindShortfall(compilation) is { } shortfall)
        {
            return shortfall;
        }

        return compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp11 } old
            && type.TypeKind == TypeKind.Interface
            && type.AllInterfaces.FirstOrDefault(IsMadeStatically) is { } made
            ? ($"{Name(old)}, in which nothing can implement its base '{made.Name}',", NewerLanguage(LanguageVersion.CSharp11))
            : null;
    }

    private static bool IsMadeStatically(INamedTypeSymbol face) =>
        face.IsNamed("Mimo.IMimoPrompt") || face.AllInterfaces.Any(static inherited => inherited.IsNamed("Mimo.IMimoPrompt"));

    private static string Name(CSharpCompilation compilation) => $"C# {compilation.LanguageVersion.ToDisplayString()}";

    private static string NewerLanguage(LanguageVersion oldest) => $"set LangVersion to {oldest.ToDisplayString()} or newer, or remove it";
}
