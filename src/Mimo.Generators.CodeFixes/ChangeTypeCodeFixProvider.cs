using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Repairs MIMO003, MIMO004 and MIMO008: takes the type that JSON has a form for where a parameter's has none. Results are left to their
/// author, whose code makes them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeTypeCodeFixProvider))]
[Shared]
public sealed class ChangeTypeCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.TypeCannotBeKept.Id,
        DiagnosticDescriptors.TypeHasNoJsonForm.Id,
        DiagnosticDescriptors.KeyIsNoName.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<TypeSyntax>() is not { } syntax
            || syntax.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type is not { } type
            || FindSubstitute(type, context.SemanticModel.Compilation) is not { } substitute)
        {
            yield break;
        }

        string name = substitute.ToMinimalDisplayString(context.SemanticModel, NullableFlowState.NotNull, syntax.SpanStart);
        var edits = ImmutableArray.Create(new Edit(context.Document, syntax, (node, generator) => Syntaxes.Type(generator, substitute).WithTriviaFrom(node)));
        if (parameter.Modifiers.FirstOrDefault(static token => token.IsKind(SyntaxKind.ScopedKeyword)) is { RawKind: not 0 })
        {
            edits = edits.Add(new Edit(context.Document, parameter, static (node, _) => RemoveScoped((ParameterSyntax)node), "scoped"));
        }

        yield return new Repair($"Use '{name}'", "ChangeType", edits);
    }

    private static ParameterSyntax RemoveScoped(ParameterSyntax parameter) => parameter
        .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(static token => !token.IsKind(SyntaxKind.ScopedKeyword))))
        .WithLeadingTrivia(parameter.GetLeadingTrivia());

    private static ITypeSymbol? FindSubstitute(ITypeSymbol type, Compilation compilation)
    {
        switch (type)
        {
            case IArrayTypeSymbol { Rank: > 1 } array:
                ITypeSymbol nested = array.ElementType;
                for (int rank = 0; rank < array.Rank; rank++)
                {
                    nested = compilation.CreateArrayTypeSymbol(nested);
                }

                return nested;
            case IPointerTypeSymbol { PointedAtType: { SpecialType: not SpecialType.System_Void, TypeKind: not TypeKind.Pointer } target }:
                return compilation.CreateArrayTypeSymbol(target);
            case IDynamicTypeSymbol:
                return compilation.GetTypeByMetadataName("System.Text.Json.JsonElement");
            case INamedTypeSymbol named:
                return FindSubstitute(named, compilation);
            default:
                return null;
        }
    }

    private static ITypeSymbol? FindSubstitute(INamedTypeSymbol type, Compilation compilation)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_IntPtr:
                return compilation.GetSpecialType(SpecialType.System_Int64);
            case SpecialType.System_UIntPtr:
                return compilation.GetSpecialType(SpecialType.System_UInt64);
        }

        switch (type.QualifiedName())
        {
            case "System.Span" or "System.ReadOnlySpan":
                return type.TypeArguments[0].SpecialType == SpecialType.System_Char
                    ? compilation.GetSpecialType(SpecialType.System_String)
                    : compilation.CreateArrayTypeSymbol(type.TypeArguments[0]);
            case "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" when type.TypeArguments.Length == 1:
                return type.TypeArguments[0];
            case "System.Collections.Generic.IAsyncEnumerable":
                return compilation.GetTypeByMetadataName("System.Collections.Generic.IReadOnlyList`1")?.Construct(type.TypeArguments[0]);
            case var _ when type.TypeArguments.Length == 2 && DerivesFrom(type, "System.Collections.IDictionary"):
                return type.ConstructedFrom.Construct(compilation.GetSpecialType(SpecialType.System_String), type.TypeArguments[1]);
            case var _ when DerivesFrom(type, "System.IO.Stream"):
                return compilation.CreateArrayTypeSymbol(compilation.GetSpecialType(SpecialType.System_Byte));
            case "System.Lazy":
                return type.TypeArguments[0];
            case "System.Text.StringBuilder" or "System.IO.FileInfo" or "System.IO.DirectoryInfo":
                return compilation.GetSpecialType(SpecialType.System_String);
            case var _ when DerivesFrom(type, "System.Type") || DerivesFrom(type, "System.Exception"):
                return compilation.GetSpecialType(SpecialType.System_String);
            default:
                return null;
        }
    }

    private static bool DerivesFrom(INamedTypeSymbol type, string qualifiedName)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.QualifiedName() == qualifiedName)
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(face => face.QualifiedName() == qualifiedName);
    }
}
