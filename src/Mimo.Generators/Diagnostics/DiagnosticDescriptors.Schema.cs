using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Diagnostics;

/// <content>Rules about types and constraints: what JSON and its schema can say.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor TypeHasNoJsonForm = Error(
        "MIMO004",
        "Every type has a JSON form",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor TypeIsAbstract = Error(
        "MIMO005",
        "An abstract type names its derived types",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor ShapeIsLost = Error(
        "MIMO006",
        "Data has named properties",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor MemberCannotBeSet = Warning(
        "MIMO007",
        "Members that look like data can be set",
        "'{0}' looks like data but nothing can set it, so the model is not asked for it: give it 'init', or mark it with [JsonIgnore] if that is meant",
        Category.Schema);

    public static readonly DiagnosticDescriptor KeyIsNoName = Error(
        "MIMO008",
        "A dictionary's keys can be names in JSON",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor DefaultIsUnfit = Error(
        "MIMO014",
        "A default value is one that the model could send",
        "The default value of '{0}' {1}",
        Category.Schema);

    public static readonly DiagnosticDescriptor MemberDefaultIsUnfit = Error(
        "MIMO014",
        "A default value is one that the model could send",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor ConstraintIsUnfit = Error(
        "MIMO015",
        "A constraint fits its type",
        "The constraint of '{0}' doesn't fit: {1}",
        Category.Schema);

    public static readonly DiagnosticDescriptor MemberConstraintIsUnfit = Error(
        "MIMO015",
        "A constraint fits its type",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor ConstraintIsIdle = Warning(
        "MIMO015",
        "A constraint fits its type",
        "'{0}' is not held to [{1}], which is code that nothing runs here: say it with an attribute that is known, such as [RegularExpression], or check the value where it is used",
        Category.Schema);

    public static readonly DiagnosticDescriptor PatternIsForeign = Warning(
        "MIMO016",
        "A pattern is one that readers of JSON schemas know",
        "The pattern of '{0}' can't be read outside .NET: it {1}",
        Category.Schema);

    public static readonly DiagnosticDescriptor NumberExceedsDoubles = Info(
        "MIMO017",
        "Numbers stay within what JSON readers keep exactly",
        "'{0}' is a {1} without bounds, and many JSON readers round numbers beyond 2^53: bound it with [Range], or use a string",
        Category.Schema);

    public static readonly DiagnosticDescriptor FlagsAreAnArray = Info(
        "MIMO018",
        "A [Flags] enum is an array of names",
        "'{0}' is of the [Flags] enum '{1}', so the model is asked for an array of names: drop [Flags] if only one value is meant",
        Category.Schema);

    public static readonly DiagnosticDescriptor MembersCollide = Error(
        "MIMO019",
        "Members have different names in JSON",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor TwoArgumentsCollide = Error(
        "MIMO019",
        "Members have different names in JSON",
        "Two parameters of '{0}' are named '{1}' in JSON: tell them apart with [MimoParameter(Name = \"…\")]",
        Category.Schema);

    public static readonly DiagnosticDescriptor RecursionHasNoBound = Info(
        "MIMO020",
        "Recursion has a bound",
        "'{0}' leads back to '{1}', so the model may nest data without end: bound a collection with [MaxLength], or say in its description how deep to go",
        Category.Schema);

    public static readonly DiagnosticDescriptor PolymorphismIsBroken = Error(
        "MIMO021",
        "Derived types can be told apart",
        "'{0}' can't use the type '{1}': {2}",
        Category.Schema);

    public static readonly DiagnosticDescriptor PartOfShapeIsLost = Info(
        "MIMO039",
        "All of a value goes over the wire",
        "Of '{0}' not all is sent: {1}",
        Category.Schema);

    public static readonly DiagnosticDescriptor TypeNeedsReflection = Warning(
        "MIMO040",
        "Types need no metadata at run time",
        "'{0}' uses the type '{1}': {2}",
        Category.Schema);
}
