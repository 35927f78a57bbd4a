using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>What the compiler doesn't show of a compiled library's property: it passes over what is private, but the library's metadata has it.</summary>
internal static class CompiledProperty
{
    /// <summary>Whether a property that seems to have no setter has a private one.</summary>
    public static bool HasHiddenSetter(IPropertySymbol property) => FindAccessors(property) is { Setter.IsNil: false };

    /// <summary>Whether a property that seems to have no getter has a private one.</summary>
    public static bool HasHiddenGetter(IPropertySymbol property) => FindAccessors(property) is { Getter.IsNil: false };

    /// <summary>Null if the property is declared in code, which shows all of it.</summary>
    private static PropertyAccessors? FindAccessors(IPropertySymbol property)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(property.OriginalDefinition.MetadataToken);
        return handle.Kind == HandleKind.PropertyDefinition && property.ContainingModule.GetMetadata() is { } module
            ? module.GetMetadataReader().GetPropertyDefinition((PropertyDefinitionHandle)handle).GetAccessors()
            : null;
    }
}
