using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads what prompt methods give back: the return type picks the mode.</summary>
internal static class PromptReturnParser
{
    /// <param name="method">The prompt method.</param>
    /// <param name="outputs">Reads the types that structured answers reach.</param>
    /// <param name="problem">Why the return type picks no mode; null if it does, or if <paramref name="outputs"/> has said why.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    /// <returns>Null if it picks none.</returns>
    public static PromptReturnModel? Parse(IMethodSymbol method, TypeGraphParser outputs, out string? problem, CancellationToken cancellationToken)
    {
        problem = null;
        if (method.RefKind != RefKind.None)
        {
            problem = "it returns by reference, and what the model answers is in no variable; remove 'ref'";
            return null;
        }

        if (method.ReturnType is not INamedTypeSymbol type)
        {
            problem = Unknown(method.ReturnType);
            return null;
        }

        switch (type.QualifiedName())
        {
            case "Mimo.MimoRequest":
                return new PromptReturnModel { Mode = PromptReturnMode.Request };
            case "System.Threading.Tasks.Task":
                return ParseAwaited(type, isValueTask: false, outputs);
            case "System.Threading.Tasks.ValueTask":
                return ParseAwaited(type, isValueTask: true, outputs);
            case "System.Collections.Generic.IAsyncEnumerable" when type.TypeArguments[0].SpecialType == SpecialType.System_String:
                return new PromptReturnModel { Mode = PromptReturnMode.TextStream };
            case "System.Collections.Generic.IAsyncEnumerable" when type.TypeArguments[0].IsNamed("Mimo.MimoUpdate"):
                return new PromptReturnModel { Mode = PromptReturnMode.UpdateStream };
            case "System.Collections.Generic.IAsyncEnumerable" when DraftParser.FindDrafted(type.TypeArguments[0], method, cancellationToken) is { } drafted:
                return outputs.Parse(drafted, isArgument: true) is { } whole && outputs.Model(whole) is ObjectModel { HasDraft: true }
                    ? new PromptReturnModel { Mode = PromptReturnMode.DraftStream, Type = whole, DraftSyntax = DraftParser.SyntaxOf(drafted) }
                    : null;
            case "System.Collections.Generic.IAsyncEnumerable" when type.TypeArguments[0].IsNamed("Mimo.MimoResult"):
                problem = "a stream has no MimoResult<T>; take IAsyncEnumerable<T> for the items of a list, or IAsyncEnumerable<MimoUpdate> for everything that happens";
                return null;
            case "System.Collections.Generic.IAsyncEnumerable":
                return outputs.Parse(type.TypeArguments[0], isArgument: true) is { } item
                    ? new PromptReturnModel { Mode = PromptReturnMode.ItemStream, Type = item, IsWrapped = true }
                    : null;
            default:
                problem = Unknown(type);
                return null;
        }
    }

    private static string Unknown(ITypeSymbol type) =>
        $"it returns '{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'; return Task, Task<T>, ValueTask, ValueTask<T>, IAsyncEnumerable<string>, IAsyncEnumerable<T>, IAsyncEnumerable<R.Draft> of a type with [MimoOutput], IAsyncEnumerable<MimoUpdate> or MimoRequest";

    private static PromptReturnModel? ParseAwaited(INamedTypeSymbol task, bool isValueTask, TypeGraphParser outputs)
    {
        if (task.TypeArguments.IsEmpty)
        {
            return new PromptReturnModel { Mode = PromptReturnMode.Nothing, IsValueTask = isValueTask };
        }

        ITypeSymbol value = task.TypeArguments[0];
        bool isResult = value is INamedTypeSymbol { TypeArguments.Length: 1 } named && named.IsNamed("Mimo.MimoResult");
        value = isResult ? ((INamedTypeSymbol)value).TypeArguments[0] : value;
        if (value.SpecialType == SpecialType.System_String)
        {
            return new PromptReturnModel { Mode = isResult ? PromptReturnMode.TextResult : PromptReturnMode.Text, IsValueTask = isValueTask };
        }

        if (outputs.Parse(value, isArgument: true) is not { } use)
        {
            return null;
        }

        return new PromptReturnModel
        {
            Mode = isResult ? PromptReturnMode.ValueResult : PromptReturnMode.Value,
            IsValueTask = isValueTask,
            Type = use,
            IsWrapped = outputs.Model(use) is not (ObjectModel or DictionaryModel or AnyModel { Kind: AnyKind.JsonObject }) || use.IsNullable,
        };
    }
}
