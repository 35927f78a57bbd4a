using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the tools that a prompt method offers. Where a type's own are refused, so is the method, without a word: they are told of where they stand.</summary>
/// <param name="prompt">The interface or class that is generated for.</param>
/// <param name="method">The prompt method.</param>
/// <param name="types">Judges the types that offer tools.</param>
/// <param name="reporter">Hears what is wrong, with the place.</param>
internal sealed class PromptToolsParser(INamedTypeSymbol prompt, IMethodSymbol method, ToolTypeParser types, PromptReporter reporter)
{
    /// <summary>Reads the types that the nearest of some attributes names.</summary>
    public List<ToolTypeModel> Parse(IEnumerable<AttributeData?> options)
    {
        var tools = new List<ToolTypeModel>();
        foreach (AttributeData? attribute in options)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
            {
                if (argument is { Key: "Tools", Value: { Kind: TypedConstantKind.Array, IsNull: false } })
                {
                    var names = new HashSet<string>(StringComparer.Ordinal);
                    foreach (TypedConstant item in argument.Value.Values)
                    {
                        if (Parse(item.Value as ITypeSymbol, attribute!, names) is { } model)
                        {
                            tools.Add(model);
                        }
                    }

                    return tools;
                }
            }
        }

        return tools;
    }

    /// <summary>Judges a parameter whose tools are offered.</summary>
    public void Check(IParameterSymbol parameter)
    {
        switch (types.Find(parameter.Type))
        {
            case ToolOffer.Refused:
                reporter.Refuse();
                break;
            case ToolOffer.None or ToolOffer.Static:
                reporter.Report(
                    DiagnosticDescriptors.PromptMemberIsInvalid, token => Places.Type(parameter, part: null, token), method.Name, $"'{parameter.Type.Name}' has no Tools property of an instance");
                break;
        }
    }

    private ToolTypeModel? Parse(ITypeSymbol? type, AttributeData attribute, HashSet<string> names)
    {
        ToolOffer offer = type is null ? ToolOffer.None : types.Find(type);
        Location Place(CancellationToken token) => type is null ? Places.Attribute(attribute, method, token) : Places.TypeOf(attribute, type, method, token);
        switch (offer)
        {
            case ToolOffer.Refused:
                reporter.Refuse();
                return null;
            case ToolOffer.None:
                reporter.Report(DiagnosticDescriptors.PromptMemberIsInvalid, Place, method.Name, $"'{type?.Name ?? "null"}' has no [MimoTool] method and no Tools property");
                return null;
            case ToolOffer.Instance when prompt.TypeKind != TypeKind.Interface:
                string problem = $"the tools of '{type!.Name}' are those of an instance, and a static method holds none; pass it as a parameter of type '{type.Name}' instead";
                reporter.Report(DiagnosticDescriptors.PromptMemberIsInvalid, Place, method.Name, problem);
                return null;
        }

        if (ToolParser.NamesIn(type!).Distinct().FirstOrDefault(name => !names.Add(name)) is { } taken)
        {
            reporter.Report(DiagnosticDescriptors.CombinedToolNameIsTaken, Place, method.Name, taken, type!.Name);
        }

        return new ToolTypeModel(type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), offer == ToolOffer.Static, IsPublic(type), type.IsValueType);
    }

    private static bool IsPublic(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }
}
