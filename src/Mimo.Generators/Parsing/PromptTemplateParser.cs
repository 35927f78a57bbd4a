using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Looks up the names in a method's templates.</summary>
/// <param name="method">The prompt method whose parameters the templates name.</param>
/// <param name="inputs">Reads the types that are inserted as JSON.</param>
/// <param name="report">Hears what is wrong, with the place.</param>
internal sealed class PromptTemplateParser(IMethodSymbol method, TypeGraphParser inputs, Action<DiagnosticDescriptor, AttributeData, object[]> report)
{
    /// <summary>Reads the message that one attribute stands for.</summary>
    /// <returns>Null if the template can't be rendered.</returns>
    public PromptMessageModel? Parse(AttributeData attribute, string role)
    {
        if (attribute.ConstructorArguments is not [{ Value: string template }])
        {
            return null; // The compiler has said it already.
        }

        IReadOnlyList<TemplatePart> parts = TemplateParser.Parse(TemplateLayout.Normalize(template), out string? problem);
        if (problem is not null)
        {
            report(DiagnosticDescriptors.TemplateIsMalformed, attribute, [method.Name, problem]);
            return null;
        }

        var segments = new List<TemplateSegment>();
        foreach (TemplatePart part in parts)
        {
            if (part.Text is not null)
            {
                segments.Add(new TemplateSegment { Text = part.Text });
            }
            else if (ParsePlaceholder(part, attribute) is { } segment)
            {
                segments.Add(segment);
            }
            else
            {
                return null;
            }
        }

        return new PromptMessageModel(role, segments.ToEquatableArray());
    }

    private TemplateSegment? ParsePlaceholder(TemplatePart part, AttributeData attribute)
    {
        string[] names = part.Path.Split('.');
        if (method.Parameters.FirstOrDefault(parameter => parameter.Name == names[0]) is not { } parameter)
        {
            report(DiagnosticDescriptors.PlaceholderIsUnknown, attribute, [method.Name, part.Path, $"'{names[0]}' is no parameter"]);
            return null;
        }

        string expression = SymbolExtensions.Escape(parameter.Name);
        ITypeSymbol type = parameter.Type;
        foreach (string name in names.Skip(1))
        {
            if (FindMember(type, name) is not { } member)
            {
                report(DiagnosticDescriptors.PlaceholderIsUnknown, attribute, [method.Name, part.Path, $"'{type.Name}' has no public member '{name}'"]);
                return null;
            }

            bool mayBeNull = type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated } || IsNullableValue(type);
            expression += (mayBeNull ? "?." : ".") + SymbolExtensions.Escape(name);
            type = member;
        }

        return ParseForm(part, attribute, type, new TemplateSegment { Expression = expression });
    }

    private TemplateSegment? ParseForm(TemplatePart part, AttributeData attribute, ITypeSymbol type, TemplateSegment segment)
    {
        switch (part.Format)
        {
            case null:
                return segment;
            case "json":
                return inputs.Parse(type) is { } use ? segment with { Form = PlaceholderForm.Json, Type = use } : null;
            case "list" when IsSequence(type):
                return segment with { Form = PlaceholderForm.List };
            case "list":
                report(DiagnosticDescriptors.TemplateIsMalformed, attribute, [method.Name, $"'{part.Path}' is not a collection, so it can't be formatted as 'list'"]);
                return null;
            case "fence":
                return segment with { Form = PlaceholderForm.Fence };
            default:
                if (!IsFormattable(type))
                {
                    report(DiagnosticDescriptors.TemplateIsMalformed, attribute, [method.Name, $"'{part.Path}' takes no format string '{part.Format}'; the formats for all types are json, list and fence"]);
                    return null;
                }

                return segment with { Form = PlaceholderForm.Formatted, Format = part.Format };
        }
    }

    private static ITypeSymbol? FindMember(ITypeSymbol type, string name)
    {
        ITypeSymbol? current = IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        IEnumerable<ITypeSymbol> levels = current.TypeKind == TypeKind.Interface ? new[] { current }.Concat(current.AllInterfaces) : BaseTypes(current);
        foreach (ISymbol member in levels.SelectMany(level => level.GetMembers(name)))
        {
            switch (member)
            {
                case IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property:
                    return property.Type;
                case IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } field:
                    return field.Type;
            }
        }

        return null;
    }

    private static IEnumerable<ITypeSymbol> BaseTypes(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool IsNullableValue(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static bool IsSequence(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type is IArrayTypeSymbol
            || type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            || type.AllInterfaces.Any(static face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));

    private static bool IsFormattable(ITypeSymbol type)
    {
        ITypeSymbol value = IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return value.TypeKind == TypeKind.Enum || value.AllInterfaces.Any(static face => face.QualifiedName() == "System.IFormattable");
    }
}
