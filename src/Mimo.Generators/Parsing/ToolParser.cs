using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads <c>[MimoTool]</c> methods.</summary>
internal static class ToolParser
{
    /// <summary>Reads a method into a model.</summary>
    /// <param name="method">A method that has the attribute.</param>
    /// <param name="report">Hears why the method can't become a tool; null for the generator, which reports nothing.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    /// <returns>Null if the method can't become a tool.</returns>
    public static ToolModel? Parse(IMethodSymbol method, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        method = method.PartialDefinitionPart ?? method;
        if (method.FindAttribute(AttributeNames.MimoTool) is not { } attribute)
        {
            return null;
        }

        // The generator goes on without an implementing part: another generator may write it, and only the analyzer sees that.
        if ((FindObstacle(method) ?? (report is null ? null : FindMissingPart(method, cancellationToken))) is { } obstacle)
        {
            report?.Invoke(method.MethodKind == MethodKind.AnonymousFunction
                ? Diagnostic.Create(DiagnosticDescriptors.MethodIsNoTool, Places.Attribute(attribute, method, cancellationToken), "lambda expression", obstacle)
                : Diagnostic.Create(DiagnosticDescriptors.MethodIsNoTool, method.Locations[0], method.Name, obstacle));
            return null;
        }

        string toolName = ToolName(method, attribute);
        DocComment comment = DocCommentParser.Parse(method, cancellationToken);
        bool isSound = CheckHolder(method.ContainingType, cancellationToken) & CheckMethod(method, toolName, attribute, report, cancellationToken);

        var context = new ToolParserContext(method, comment, report, cancellationToken);
        EquatableArray<ParameterModel>? parameters = ToolParameterParser.Parse(context, out EquatableArray<TypeModel> inputTypes);
        ReturnModel? result = ToolReturnParser.Parse(context, out EquatableArray<TypeModel> outputTypes);
        if (!isSound || parameters is null || result is null)
        {
            return null;
        }

        string description = Describe(method, attribute, comment);
        if (report is not null)
        {
            ToolAdvice.Check(context, attribute, parameters.Value, description);
        }

        return new ToolModel
        {
            Holder = HolderParser.Parse(method.ContainingType),
            MethodName = method.Name,
            OverloadSuffix = OverloadSuffix(method),
            ToolName = toolName,
            Description = description,
            Effect = Effect(attribute),
            RequireApproval = attribute.TryGetNamed("RequireApproval", out bool requireApproval) && requireApproval,
            TimeoutSeconds = attribute.TryGetNamed("TimeoutSeconds", out int seconds) ? seconds : 0,
            Strict = attribute.TryGetNamed("Strict", out bool strict) && strict,
            IsStatic = method.IsStatic,
            Parameters = parameters.Value,
            Return = result,
            InputTypes = inputTypes,
            OutputTypes = outputTypes,
            WarningIds = WarningIds.OfMethod(method),
        };
    }

    /// <summary>The names of the tools that a type offers, its bases' included.</summary>
    public static IEnumerable<string> NamesIn(ITypeSymbol holder) => MethodsIn(holder).Select(static method => ToolName(method, method.FindAttribute(AttributeNames.MimoTool)!));

    /// <summary>The methods behind the tools that a type offers. Where a base's tool has the name of a nearer one, that stands in its place.</summary>
    public static IEnumerable<IMethodSymbol> MethodsIn(ITypeSymbol holder)
    {
        List<IMethodSymbol> own = BaseToolsParser.OwnMethods(holder).ToList();
        var names = new HashSet<string>(own.Select(Name), StringComparer.Ordinal);
        return [.. own, .. BaseToolsParser.Methods(holder).Where(method => names.Add(Name(method)))];

        static string Name(IMethodSymbol method) => ToolName(method, method.FindAttribute(AttributeNames.MimoTool)!);
    }

    /// <summary>Reports the second tool of a name in a type, its bases' included; the model could call only one of them.</summary>
    public static void CheckNames(INamedTypeSymbol holder, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        HashSet<string>? names = null;
        foreach (ISymbol member in holder.GetMembers())
        {
            if (member is IMethodSymbol method
                && method.FindAttribute(AttributeNames.MimoTool) is { } attribute
                && ToolName(method, attribute) is var name
                && (!(names ??= new HashSet<string>(StringComparer.Ordinal)).Add(name) || IsInherited(method, name)))
            {
                report(Diagnostic.Create(DiagnosticDescriptors.ToolNameIsTaken, NameLocation(method, attribute, cancellationToken), holder.Name, name));
            }
        }
    }

    /// <summary>Whether a base type has a tool of the name that the method doesn't take the place of.</summary>
    private static bool IsInherited(IMethodSymbol method, string toolName) => BaseToolsParser.Methods(method.ContainingType).Any(original =>
        original.FindAttribute(AttributeNames.MimoTool) is { } attribute && ToolName(original, attribute) == toolName && !BaseToolsParser.Replaces(method, original));

    private static bool CheckHolder(INamedTypeSymbol holder, CancellationToken cancellationToken)
    {
        // A generic or closed type, or one with a member in the way, is one mistake, however many tools are in it: it is reported for itself.
        return !holder.IsGenericType && HolderParser.IsOpen(holder, cancellationToken) && GeneratedNames.FindClashWithTools(holder) is null;
    }

    private static bool CheckMethod(IMethodSymbol method, string toolName, AttributeData attribute, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (method.IsGenericMethod)
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.IsGeneric, Places.TypeParameters(method, cancellationToken), method.Name, "it"));
            return false;
        }

        if (!WireNames.IsToolName(toolName))
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.ToolNameIsInvalid, NameLocation(method, attribute, cancellationToken), toolName));
            return false;
        }

        return true;
    }

    /// <summary>Why generated code could not call the method; null if it could.</summary>
    public static string? FindObstacle(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.ExplicitInterfaceImplementation } => "it implements an interface explicitly, so it can't be called by its name; mark a method that can",
        { MethodKind: MethodKind.AnonymousFunction } => "it has no name to be called by; make it a method of the type",
        { MethodKind: MethodKind.LocalFunction } => "it lives inside a method; make it a method of the type",
        { MethodKind: not MethodKind.Ordinary } => "it is no ordinary method; write one that calls it",
        _ when method.IsErrorToUse() => "it is obsolete, and calling it is an error; let [Obsolete] only warn, or drop the tool",
        { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Struct) } => "tools live in classes and structs",
        { IsStatic: false, ContainingType.IsRefLikeType: true } => "an instance of a ref struct can't be kept; make the method static",
        { IsVararg: true } => "it takes __arglist, which generated code can't fill; take an array",
        _ when method.HasAttribute(AttributeNames.UnmanagedCallersOnly) => "it is [UnmanagedCallersOnly], so no C# code may call it; mark a method that both can call",
        { IsConditional: true } => "it is [Conditional], so the compiler may drop the call and the tool would do nothing; remove the attribute, or put the tool between #if and #endif",
        _ => null,
    };

    /// <summary>Says that no part implements a method of which the compiler then drops the calls. With an accessibility or another of these modifiers, that is an error of the compiler's own.</summary>
    private static string? FindMissingPart(IMethodSymbol method, CancellationToken cancellationToken) =>
        method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true }
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
        && declaration.Modifiers.All(static modifier => modifier.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.UnsafeKeyword)
            ? "no part of it has a body, so the compiler drops the call and the tool would do nothing; write the implementing part"
            : null;

    /// <summary>Where the tool's name is written; the method's own name if nowhere else.</summary>
    private static Location NameLocation(IMethodSymbol method, AttributeData attribute, CancellationToken cancellationToken)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        AttributeArgumentSyntax? name =
            syntax?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")
            ?? syntax?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);
        return name?.Expression.GetLocation() ?? method.Locations[0];
    }

    /// <summary>The name that the model calls a tool by.</summary>
    public static string ToolName(IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.TryGetNamed("Name", out string name))
        {
            return name;
        }

        return attribute.ConstructorArguments is [{ Value: string positional }] ? positional : WireNames.ToToolName(method.Name);
    }

    /// <summary>What the model reads of a tool; empty if nothing describes it.</summary>
    public static string Describe(IMethodSymbol method, AttributeData attribute, DocComment comment)
    {
        if (attribute.TryGetNamed("Description", out string description))
        {
            return description;
        }

        return comment.Summary.Length > 0 ? comment.Summary : DocCommentParser.DescriptionAttribute(method);
    }

    /// <summary>The member of <c>ToolEffect</c> by its number; the enum's order is part of the contract.</summary>
    private static string Effect(AttributeData attribute) => attribute.TryGetNamed("Effect", out int effect)
        ? effect switch { 1 => "ReadOnly", 2 => "Idempotent", 3 => "Destructive", _ => "Unspecified" }
        : "Unspecified";

    private static string OverloadSuffix(IMethodSymbol method)
    {
        string signature = Signature(method);
        bool isFirst = true;
        int sameBefore = 0;
        foreach (IMethodSymbol other in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Where(static other => other.HasAttribute(AttributeNames.MimoTool)))
        {
            if (SymbolEqualityComparer.Default.Equals(other, method))
            {
                break;
            }

            isFirst = false;
            sameBefore += Signature(other) == signature ? 1 : 0;
        }

        // A method copied but not changed yet is an error of its own; two files of one name would take all tools down with it.
        return (isFirst ? "" : "_" + StableHash.Of(signature)) + (sameBefore == 0 ? "" : FormattableString.Invariant($"_{sameBefore}"));
    }

    private static string Signature(IMethodSymbol method) => string.Join(",", method.Parameters.Select(static parameter => parameter.Type.ToSyntax()));
}

/// <summary>What the parts of a tool's parser share.</summary>
/// <param name="Method">The tool's method.</param>
/// <param name="Comment">Its documentation.</param>
/// <param name="Report">Hears why the method can't become a tool; null if nobody wants to know.</param>
/// <param name="CancellationToken">Stops the work when the user types on.</param>
internal sealed record ToolParserContext(IMethodSymbol Method, DocComment Comment, Action<Diagnostic>? Report, CancellationToken CancellationToken);
