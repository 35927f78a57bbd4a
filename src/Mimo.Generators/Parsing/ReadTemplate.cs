using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>A template after its names were looked up, for the rules that judge what it will send. The generator keeps none.</summary>
/// <param name="Source">Its text and where it is written.</param>
/// <param name="Role">The role of its message: <c>System</c>, <c>User</c> or <c>Assistant</c>.</param>
/// <param name="Parts">Its text and placeholders in order.</param>
internal sealed record ReadTemplate(TemplateSource Source, string Role, IReadOnlyList<TemplatePart> Parts)
{
    /// <summary>The placeholders whose names were found, in order.</summary>
    public List<ReadPlaceholder> Placeholders { get; } = [];
}

/// <param name="Part">The placeholder as it is written.</param>
/// <param name="Parameter">The parameter that it begins with.</param>
/// <param name="Value">The last thing that it names: the parameter, or a property or field.</param>
/// <param name="Type">The value's type.</param>
internal sealed record ReadPlaceholder(TemplatePart Part, IParameterSymbol Parameter, ISymbol Value, ITypeSymbol Type);
