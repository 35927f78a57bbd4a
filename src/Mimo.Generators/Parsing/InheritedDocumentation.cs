using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>Finds the symbol whose documentation another inherits.</summary>
internal static class InheritedDocumentation
{
    /// <param name="symbol">The symbol that inherits.</param>
    /// <param name="reference">The name that its comment gives (<c>cref</c>); null if it gives none.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    /// <returns>Null if nothing that can have documentation has the name, or if the symbol overrides and implements nothing.</returns>
    public static ISymbol? Find(ISymbol symbol, string? reference, CancellationToken cancellationToken)
    {
        if (reference is null)
        {
            return InheritedFrom(symbol);
        }

        if (symbol.ContainingAssembly is not ISourceAssemblySymbol { Compilation: { } compilation })
        {
            return null;
        }

        if (reference.Length > 2 && reference[1] == ':' && reference[2] != ':')
        {
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(reference, compilation);
        }

        return symbol.DeclaringSyntaxReferences
            .Where(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            .SelectMany(declaration => Find(symbol, Name.Parse(reference), compilation.GetSemanticModel(declaration.SyntaxTree), declaration.GetSyntax(cancellationToken).SpanStart))
            .FirstOrDefault(found => !SymbolEqualityComparer.Default.Equals(found, symbol));
    }

    /// <summary>
    /// Looks a name up where the comment stands. The compiler would do so itself, but only in builds that parse doc comments.
    /// </summary>
    private static IEnumerable<ISymbol> Find(ISymbol symbol, Name name, SemanticModel model, int position)
    {
        (string first, int arity) = name.Parts[0];
        IEnumerable<ISymbol> found = ((symbol as INamedTypeSymbol)?.GetMembers(first) ?? ImmutableArray<ISymbol>.Empty)
            .Concat(model.LookupSymbols(position, name: first))
            .Concat(name.IsGlobal ? model.Compilation.GlobalNamespace.GetMembers(first) : Enumerable.Empty<ISymbol>())
            .Where(candidate => HasArity(candidate, arity));
        foreach ((string part, int partArity) in name.Parts.Skip(1))
        {
            // Within a type its own name means its constructors.
            found = found.OfType<INamespaceOrTypeSymbol>().SelectMany(container => container is INamedTypeSymbol && container.Name == part
                ? [container]
                : Members(container, part).Where(candidate => HasArity(candidate, partArity)));
        }

        return name.Parameters is { } parameters
            ? found.SelectMany(static candidate => candidate is INamedTypeSymbol type ? type.InstanceConstructors : (IEnumerable<ISymbol>)[candidate])
                .Where(candidate => candidate is IMethodSymbol method && Takes(method, parameters))
            : found;
    }

    private static IEnumerable<ISymbol> Members(INamespaceOrTypeSymbol container, string name)
    {
        for (INamespaceOrTypeSymbol? current = container; current is not null; current = (current as ITypeSymbol)?.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                yield return member;
            }
        }
    }

    private static bool HasArity(ISymbol symbol, int arity) => symbol is not INamedTypeSymbol type || type.Arity == arity;

    /// <summary>Whether a method's parameters have the types named, of which the last names are compared.</summary>
    private static bool Takes(IMethodSymbol method, IReadOnlyList<string> types) =>
        method.Parameters.Length == types.Count
        && method.Parameters.Zip(types, static (parameter, type) => LastName(parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)) == type || parameter.Type.Name == type).All(static same => same);

    private static string LastName(string type)
    {
        string name = type.TrimEnd('?');
        int arguments = name.IndexOfAny(['<', '{']);
        name = arguments < 0 ? name : name.Substring(0, arguments);
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    /// <summary>What a symbol overrides, implements or derives from; null if nothing that can have documentation.</summary>
    private static ISymbol? InheritedFrom(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => type.BaseType is { SpecialType: SpecialType.None } baseType ? baseType : type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(face => face.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    /// <summary>A name as comments write it: <c>List{T}.Add(T)</c>.</summary>
    /// <param name="Parts">The names between the dots, with the number of their type parameters.</param>
    /// <param name="Parameters">The last names of the parameters' types; null if none are given.</param>
    /// <param name="IsGlobal">Whether the name begins with <c>global::</c>.</param>
    private sealed record Name(IReadOnlyList<(string Text, int Arity)> Parts, IReadOnlyList<string>? Parameters, bool IsGlobal)
    {
        private const string Global = "global::";

        public static Name Parse(string text)
        {
            bool isGlobal = text.StartsWith(Global, StringComparison.Ordinal);
            text = isGlobal ? text.Substring(Global.Length) : text;
            int open = text.IndexOf('(');
            string path = open < 0 ? text : text.Substring(0, open);
            IReadOnlyList<string>? parameters = open < 0 ? null : Split(text.Substring(open + 1).TrimEnd(')', ' '), ',').Select(static type => LastName(type.Split(' ').Last())).ToList();
            return new Name(Split(path, '.').Select(static part => (Text: part, Open: part.IndexOfAny(['{', '<']))).Select(static part => part.Open < 0
                ? (part.Text.TrimStart('@'), 0)
                : (part.Text.Substring(0, part.Open), Split(part.Text.Substring(part.Open + 1), ',').Count)).DefaultIfEmpty(("", 0)).ToList(), parameters, isGlobal);
        }

        /// <summary>Splits a text where no brackets are open.</summary>
        private static List<string> Split(string text, char separator)
        {
            var parts = new List<string>();
            int depth = 0;
            int start = 0;
            for (int index = 0; index <= text.Length; index++)
            {
                if (index == text.Length || (text[index] == separator && depth == 0))
                {
                    parts.Add(text.Substring(start, index - start).Trim());
                    start = index + 1;
                }
                else
                {
                    depth += text[index] is '{' or '<' or '[' ? 1 : text[index] is '}' or '>' or ']' ? -1 : 0;
                }
            }

            return parts.Count == 1 && parts[0].Length == 0 ? [] : parts;
        }
    }
}
