using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the types that templates insert as JSON. One graph serves all methods, so each use says where it stands.</summary>
/// <param name="assembly">The assembly that the generated code goes into.</param>
/// <param name="refuse">Hears which type is refused, and where its use stands if that can be told; null if nobody wants to know.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class PromptInputs(IAssemblySymbol assembly, Action<TypeRefusal, Location?>? refuse, CancellationToken cancellationToken)
{
    private TypeGraphParser? _graph;
    private Func<ITypeSymbol, Location?>? _place;

    /// <summary>The models of all types met so far.</summary>
    public EquatableArray<TypeModel> Types => _graph?.Types ?? default;

    /// <param name="type">The type of what is inserted.</param>
    /// <param name="place">Finds where a type that is refused is written; only reports need it.</param>
    /// <returns>Null if the type can't be JSON.</returns>
    public TypeUse? Parse(ITypeSymbol type, Func<ITypeSymbol, Location?> place)
    {
        _graph ??= new TypeGraphParser(assembly, refuse is null ? null : refusal => refuse(refusal, _place!(refusal.Type)), cancellationToken, isWritten: true);
        _place = place;
        return _graph.Parse(type);
    }
}
