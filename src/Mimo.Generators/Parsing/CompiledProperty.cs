using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>What the compiler doesn't show of a compiled library's property: it passes over what is private, but the library's metadata has it.</summary>
internal static class CompiledProperty
{
    /// <summary>Whether a property that seems to have no setter has a private one, or may have.</summary>
    public static bool HasHiddenSetter(IPropertySymbol property) =>
        FindAccessors(property) is { } accessors && (!accessors.Setter.IsNil || LeavesOutPrivate(property));

    /// <summary>Whether a property that seems to have no getter has a private one, or may have.</summary>
    public static bool HasHiddenGetter(IPropertySymbol property) =>
        FindAccessors(property) is { } accessors && (!accessors.Getter.IsNil || LeavesOutPrivate(property));

    // A reference assembly, which is what a build has of another project, leaves private accessors out of the metadata too. There
    // nobody can tell, and one that is told of without need costs less than data that is dropped without a word.
    private static bool LeavesOutPrivate(IPropertySymbol property) =>
        property.ContainingAssembly.HasAttribute("System.Runtime.CompilerServices.ReferenceAssemblyAttribute");

    /// <summary>Null if the property is declared in code, which shows all of it.</summary>
    private static PropertyAccessors? FindAccessors(IPropertySymbol property)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(property.OriginalDefinition.MetadataToken);
        return handle.Kind == HandleKind.PropertyDefinition && property.ContainingModule.GetMetadata() is { } module
            ? module.GetMetadataReader().GetPropertyDefinition((PropertyDefinitionHandle)handle).GetAccessors()
            : null;
    }
}
