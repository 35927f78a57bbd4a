using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Looks up the names in a method's templates.</summary>
/// <param name="method">The prompt method whose parameters the templates name.</param>
/// <param name="inputs">Reads the types that are inserted as JSON.</param>
/// <param name="reporter">Hears what is wrong, with the place.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class PromptTemplateParser(IMethodSymbol method, PromptInputs inputs, PromptReporter reporter, CancellationToken cancellationToken)
{
    /// <summary>What was read, where somebody hears of it; else null, so that the generator doesn't pay for it.</summary>
    public List<ReadTemplate>? Read { get; } = reporter.IsHeard ? [] : null;

    /// <summary>Reads the message that one template stands for.</summary>
    /// <returns>Null if the template can't be rendered.</returns>
    public PromptMessageModel? Parse(TemplateSource template, string role)
    {
        IReadOnlyList<TemplatePart> parts = TemplateParser.Parse(template.Text, out TemplateProblem? problem);
        if (problem is not null)
        {
            reporter.Report(DiagnosticDescriptors.TemplateIsMalformed, template, problem.Start, problem.Length, method.Name, problem.Text);
        }
        else if (string.IsNullOrWhiteSpace(template.Text))
        {
            problem = new TemplateProblem("it is empty; write what to say", 0, template.Text.Length);
            reporter.Report(DiagnosticDescriptors.TemplateIsMalformed, _ => template.FindAll(), method.Name, problem.Text);
        }

        Read?.Add(new ReadTemplate(template, role, parts));

        // Each placeholder is judged, so that all mistakes are told at once.
        List<TemplateSegment> segments = parts.Select(part => part.Text is null ? ParsePlaceholder(part, template, role) : new TemplateSegment { Text = part.Text }).OfType<TemplateSegment>().ToList();
        return problem is null && segments.Count == parts.Count ? new PromptMessageModel(role, segments.ToEquatableArray()) : null;
    }

    private TemplateSegment? ParsePlaceholder(TemplatePart part, TemplateSource template, string role)
    {
        string[] names = part.Path.Split('.');
        if (method.Parameters.FirstOrDefault(parameter => parameter.Name == names[0]) is not { } parameter)
        {
            reporter.Report(DiagnosticDescriptors.PlaceholderIsUnknown, template, part.PathStart, names[0].Length, method.Name, part.Path, $"'{names[0]}' is no parameter");
            return null;
        }

        if (PromptMethodParser.RoleOf(parameter) is PromptParameterRole.CancellationToken or PromptParameterRole.Client)
        {
            reporter.Report(
                DiagnosticDescriptors.PlaceholderIsUnknown, template, part.PathStart, names[0].Length, method.Name, part.Path, $"'{names[0]}' is for the call alone and no part of a text");
            return null;
        }

        string expression = SymbolExtensions.Escape(parameter.Name);
        ITypeSymbol type = parameter.Type;
        ISymbol value = parameter;
        bool isLifted = false;
        int start = part.PathStart + names[0].Length;
        foreach (string name in names.Skip(1))
        {
            if (TemplateMembers.Find(type, name, method.ContainingAssembly, out string? obstacle) is not { } member)
            {
                reporter.Report(DiagnosticDescriptors.PlaceholderIsUnknown, template, start + 1, name.Length, method.Name, part.Path, obstacle!);
                return null;
            }

            // An annotation only promises what callers without nullable contexts, and JSON, don't keep.
            bool mayBeNull = type.IsReferenceType || TemplateMembers.IsNullableValue(type);
            isLifted |= mayBeNull;
            expression += (mayBeNull ? "?." : ".") + SymbolExtensions.Escape(name);
            value = member;
            type = TemplateMembers.TypeOf(member);
            start += 1 + name.Length;
        }

        // Parameters of such types are refused as parameters.
        if (names.Length > 1 && (type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic))
        {
            string shown = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            reporter.Report(DiagnosticDescriptors.TemplateIsMalformed, template, part.PathStart, part.Path.Length, method.Name, $"'{part.Path}' is a '{shown}', which can't be inserted into a text; name a string, an array or a list");
            return null;
        }

        Read?[Read.Count - 1].Placeholders.Add(new ReadPlaceholder(part, parameter, value, type));
        bool isUntrusted = parameter.HasAttribute(AttributeNames.Untrusted);
        if (isUntrusted && role != "User")
        {
            reporter.Report(DiagnosticDescriptors.UntrustedSpeaks, template, part.Start, part.Length, parameter.Name, role.ToLowerInvariant());
            return null;
        }

        var segment = new TemplateSegment { Placeholder = part.Path + (part.Format is null ? "" : ":" + part.Format), Expression = expression, IsUntrusted = isUntrusted };
        return IsMedia(type) ? ParseMedia(part, template, role, segment) : ParseForm(part, template, parameter, type, segment, isLifted);
    }

    private TemplateSegment? ParseMedia(TemplatePart part, TemplateSource template, string role, TemplateSegment segment)
    {
        string? problem = role != "User" ? $"'{part.Path}' is an image, audio or video, and only user messages can hold those"
            : part.Format is not null ? $"'{part.Path}' is an image, audio or video, which takes no format"
            : null;
        if (problem is not null)
        {
            reporter.Report(DiagnosticDescriptors.TemplateIsMalformed, template, part.Start, part.Length, method.Name, problem);
            return null;
        }

        return segment with { Form = PlaceholderForm.Media };
    }

    /// <param name="part">The placeholder.</param>
    /// <param name="template">Where it stands.</param>
    /// <param name="parameter">The parameter that it names.</param>
    /// <param name="type">The type of the value as it is declared.</param>
    /// <param name="segment">What is known of the placeholder so far.</param>
    /// <param name="isLifted">Whether the value is null where something on the way to it is.</param>
    private TemplateSegment? ParseForm(TemplatePart part, TemplateSource template, IParameterSymbol parameter, ITypeSymbol type, TemplateSegment segment, bool isLifted)
    {
        switch (part.Format)
        {
            case null:
                return segment;
            case "json":
                return inputs.Parse(type, refused => FindPlace(refused)) is { } use
                    ? segment with { Form = PlaceholderForm.Json, Type = isLifted ? use with { Syntax = use.Key + "?", IsNullable = true } : use }
                    : null;
            case "list" when IsListable(type):
                // Nobody can infer what a struct that may be missing is a sequence of.
                return segment with { Form = PlaceholderForm.List, ItemSyntax = isLifted && type.IsValueType ? FindItem(type)?.ToSyntax() : null };
            case "list":
                return RefuseFormat(IsSequence(type)
                    ? $"'{part.Path}' is a sequence of several types, and nobody can tell which to list; pass a list of one of them"
                    : $"'{part.Path}' is not a collection, so it can't be formatted as 'list'");
            case "fence":
                return segment with { Form = PlaceholderForm.Fence };
            default:
                return !IsFormattable(type) ? RefuseFormat($"'{part.Path}' takes no format string '{part.Format}'; the formats for all types are json, list and fence")
                    : FormatStrings.FindFault(type, part.Format) is { } letters ? RefuseFormat($"'{part.Format}' is no format of '{part.Path}'; of one letter there are {letters}")
                    : segment with { Form = PlaceholderForm.Formatted, Format = part.Format };
        }

        // A parameter's type can be changed where it is written; that of a member is somebody else's.
        Location? FindPlace(ITypeSymbol refused) =>
            part.Path == parameter.Name ? Places.Type(parameter, refused, cancellationToken) : template.FindLocation(part.Start, part.Length);

        TemplateSegment? RefuseFormat(string problem)
        {
            reporter.Report(DiagnosticDescriptors.TemplateIsMalformed, template, part.FormatStart, part.Format!.Length, method.Name, problem);
            return null;
        }
    }

    /// <summary>Whether a value is an image, audio or video, or a sequence of them.</summary>
    public static bool IsMedia(ITypeSymbol type)
    {
        ITypeSymbol? item = FindItem(type);
        return type.Levels().Concat(item is null ? [] : item.Levels()).Any(static level => level.IsNamed("Mimo.MimoMedia"));
    }

    /// <summary>What a sequence is a sequence of; null if the type is none.</summary>
    public static ITypeSymbol? FindItem(ITypeSymbol type) => ItemsOf(type).FirstOrDefault();

    private static IEnumerable<ITypeSymbol> ItemsOf(ITypeSymbol type) => type is IArrayTypeSymbol array
        ? [array.ElementType]
        : type.AllInterfaces.Prepend(type).OfType<INamedTypeSymbol>()
            .Where(static face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T).Select(static face => face.TypeArguments[0]);

    /// <summary>Whether <c>:list</c> fits: the type says what it is a sequence of.</summary>
    public static bool IsListable(ITypeSymbol type) => IsSequence(type) && !ItemsOf(type).Skip(1).Any();

    /// <summary>Whether a value is a sequence of one thing or several, and no text.</summary>
    public static bool IsSequence(ITypeSymbol type) => type.SpecialType != SpecialType.System_String && FindItem(type) is not null;

    /// <summary>Whether a value takes format strings: a number, a date and the like.</summary>
    public static bool IsFormattable(ITypeSymbol type)
    {
        ITypeSymbol value = TemplateMembers.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return value.TypeKind == TypeKind.Enum || value.AllInterfaces.Prepend(value).Any(static face => face.IsNamed("System.IFormattable"));
    }
}
