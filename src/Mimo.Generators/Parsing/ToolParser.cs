using Microsoft.CodeAnalysis;
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

        string toolName = ToolName(method, attribute);
        DocComment comment = DocCommentParser.Parse(method, cancellationToken);
        bool isSound = CheckHolder(method, report, cancellationToken) & CheckMethod(method, toolName, attribute, report, cancellationToken);

        var context = new ToolParserContext(method, comment, report, cancellationToken);
        EquatableArray<ParameterModel>? parameters = ToolParameterParser.Parse(context, out EquatableArray<TypeModel> inputTypes);
        ReturnModel? result = ToolReturnParser.Parse(context, out EquatableArray<TypeModel> outputTypes);
        if (!isSound || parameters is null || result is null)
        {
            return null;
        }

        return new ToolModel
        {
            Holder = HolderParser.Parse(method.ContainingType),
            MethodName = method.Name,
            OverloadSuffix = OverloadSuffix(method),
            ToolName = toolName,
            Description = Describe(method, attribute, comment),
            Effect = Effect(attribute),
            RequireApproval = attribute.TryGetNamed("RequireApproval", out bool requireApproval) && requireApproval,
            TimeoutSeconds = attribute.TryGetNamed("TimeoutSeconds", out int seconds) ? seconds : 0,
            Strict = attribute.TryGetNamed("Strict", out bool strict) && strict,
            IsStatic = method.IsStatic,
            Parameters = parameters.Value,
            Return = result,
            InputTypes = inputTypes,
            OutputTypes = outputTypes,
        };
    }

    private static bool CheckHolder(IMethodSymbol method, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        INamedTypeSymbol holder = method.ContainingType;
        for (INamedTypeSymbol? current = holder; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.IsGeneric, method.Locations[0], method.Name, $"'{current.Name}'"));
                return false;
            }
        }

        if (holder.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.ReturnIsUnsupported, method.Locations[0], method.Name, "from here", "tools live in classes and structs"));
            return false;
        }

        if (HolderParser.FindNotPartial(holder, cancellationToken) is { } closed)
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.HolderIsNotPartial, closed.Locations[0], closed.Name, method.Name));
            return false;
        }

        return true;
    }

    private static bool CheckMethod(IMethodSymbol method, string toolName, AttributeData attribute, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (method.IsGenericMethod)
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.IsGeneric, method.Locations[0], method.Name, "it"));
            return false;
        }

        if (!WireNames.IsToolName(toolName))
        {
            Location location = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? method.Locations[0];
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.ToolNameIsInvalid, location, toolName));
            return false;
        }

        return true;
    }

    private static string ToolName(IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.TryGetNamed("Name", out string name))
        {
            return name;
        }

        return attribute.ConstructorArguments is [{ Value: string positional }] ? positional : WireNames.ToToolName(method.Name);
    }

    private static string Describe(IMethodSymbol method, AttributeData attribute, DocComment comment)
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
