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

    public static readonly DiagnosticDescriptor KeyIsNoName = Error(
        "MIMO008",
        "A dictionary's keys can be names in JSON",
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
