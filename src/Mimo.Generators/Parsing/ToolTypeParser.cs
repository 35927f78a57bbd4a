using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Judges types that offer tools. Their <c>Tools</c> property is the generator's own output, so in the same project it can't be
/// seen yet; what it will be follows from the methods, as far as they can be tools.
/// </summary>
/// <param name="assembly">The assembly that the generated code goes into.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class ToolTypeParser(IAssemblySymbol assembly, CancellationToken cancellationToken)
{
    /// <summary>Many methods of a prompt name the same types.</summary>
    private readonly Dictionary<ITypeSymbol, ToolOffer> _offers = new(SymbolEqualityComparer.Default);

    /// <summary>What comes of <c>Tools</c> on a type.</summary>
    public ToolOffer Find(ITypeSymbol type)
    {
        if (!_offers.TryGetValue(type, out ToolOffer offer))
        {
            offer = Look(type);
            _offers.Add(type, offer);
        }

        return offer;
    }

    /// <summary>Whether a value of the type is meant to have an instance property <c>Tools</c>.</summary>
    public static bool IsToolSource(ITypeSymbol type) =>
        IsSourceInterface(type)
        || type.AllInterfaces.Any(IsSourceInterface)
        || BaseToolsParser.OwnMethods(type).Concat(BaseToolsParser.Methods(type)).Any(static tool => !tool.IsStatic);

    private static bool IsSourceInterface(ITypeSymbol type) => type.IsNamed("Mimo.IMimoToolSource");

    private ToolOffer Look(ITypeSymbol type)
    {
        bool isRefused = false;
        foreach (ITypeSymbol level in type.Levels())
        {
            bool hasTools = IsOwn(level) && BaseToolsParser.OwnMethods(level).Any();
            switch (BaseToolsParser.Declared(level, assembly, isBase: false))
            {
                case DeclaredTools.Static:
                    return ToolOffer.Static;
                case DeclaredTools.Instance or DeclaredTools.Abstract:
                    return ToolOffer.Instance;
                case DeclaredTools.Other:
                    return isRefused || hasTools ? ToolOffer.Refused : ToolOffer.None;
                case DeclaredTools.None when hasTools:
                    if (FindGenerated(level) is { } offer)
                    {
                        return offer;
                    }

                    isRefused = true;
                    break;
            }
        }

        return isRefused ? ToolOffer.Refused
            : type.TypeKind == TypeKind.Interface && type.AllInterfaces.Prepend(type).Any(IsSourceInterface) ? ToolOffer.Instance
            : ToolOffer.None;
    }

    /// <summary>What is generated for the tools that a type itself declares; null for nothing. One sound tool is enough.</summary>
    private ToolOffer? FindGenerated(ITypeSymbol type)
    {
        List<IMethodSymbol> tools = BaseToolsParser.OwnMethods(type).ToList();
        return tools.Exists(tool => !tool.IsStatic && IsSound(tool)) ? ToolOffer.Instance
            : !tools.Exists(tool => tool.IsStatic && IsSound(tool)) ? null
            : InheritsInstance(type) ? ToolOffer.Instance
            : ToolOffer.Static;
    }

    private bool InheritsInstance(ITypeSymbol type)
    {
        foreach (ITypeSymbol level in type.Levels().Skip(1))
        {
            switch (BaseToolsParser.Declared(level, assembly, isBase: true))
            {
                case DeclaredTools.Instance:
                    return true;
                case DeclaredTools.Static or DeclaredTools.Abstract or DeclaredTools.Other:
                    return false;
                case DeclaredTools.None when IsOwn(level) && FindGenerated(level) is { } offer:
                    return offer == ToolOffer.Instance;
            }
        }

        return false;
    }

    private bool IsSound(IMethodSymbol tool) => ToolParser.Parse(tool, report: null, cancellationToken) is not null;

    private bool IsOwn(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly);
}

/// <summary>What <c>Tools</c> is on a type.</summary>
internal enum ToolOffer
{
    /// <summary>Nothing, and nobody says why.</summary>
    None,

    /// <summary>Nothing, because its tools are refused; that is told where they stand.</summary>
    Refused,
    Static,
    Instance,
}
