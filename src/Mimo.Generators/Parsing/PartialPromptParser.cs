using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Emission;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Reads what is particular to prompts of the one-method form: <c>static partial</c> methods of a class, as a rule extension
/// methods of <c>IMimoClient</c>, that are given their bodies.
/// </summary>
internal static class PartialPromptParser
{
    /// <summary>Whether a type holds prompts of this form.</summary>
    public static bool HasAny(INamedTypeSymbol type) => FindFirst(type) is not null;

    /// <summary>The first prompt of a type, which stands for all of them: one file is generated for a type.</summary>
    public static IMethodSymbol? FindFirst(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (IsPrompt(member))
            {
                return (IMethodSymbol)member;
            }
        }

        return null;
    }

    /// <summary>Reports the templates of methods that lack the marker: nothing is made of them.</summary>
    public static void CheckMarkers(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && PromptMessagesParser.FindTemplate(method) is { } template && !method.HasAttribute(AttributeNames.MimoPrompt))
            {
                report(Diagnostic.Create(
                    DiagnosticDescriptors.PromptMemberIsInvalid, Places.Attribute(template, method, cancellationToken), method.Name, "it has a template but no [MimoPrompt], so nothing is generated for it; add [MimoPrompt]"));
            }
        }
    }

    public static bool IsPrompt(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary, ContainingType.TypeKind: TypeKind.Class or TypeKind.Struct } && member.HasAttribute(AttributeNames.MimoPrompt);

    /// <summary>Why the method can't be given a body; null if it can.</summary>
    public static string? FindObstacle(IMethodSymbol method)
    {
        if (!method.IsPartialDefinition)
        {
            return method.PartialDefinitionPart is null && !method.IsAbstract && !method.IsExtern
                ? "it has a body, so nothing is generated for it; make it partial and remove the body"
                : "it is not partial, so nothing can be generated for it";
        }

        // Analyzers see the generated part too.
        return method.PartialImplementationPart is not null && !GeneratedNames.IsGenerated(method)
            ? "it has a body already, so nothing is generated for it; remove the body, or its [MimoPrompt]"
            : null;
    }

    /// <summary>What is wrong with the shape of a method that can be given a body; null if nothing.</summary>
    /// <param name="method">The method.</param>
    /// <param name="hasClient">Whether it has a client, or needs none because it only builds a request.</param>
    public static string? FindFault(IMethodSymbol method, bool hasClient) =>
        !method.IsStatic ? "it is an instance method; make it static and give it a parameter 'this IMimoClient client', or make it a method of a [MimoPrompt] interface"
        : !hasClient ? "it has nothing to send the request with; make 'this IMimoClient client' its first parameter"
        : null;

    /// <summary>Whether a value sends requests.</summary>
    public static bool IsClient(ITypeSymbol type) =>
        type.IsReferenceType && (type.IsNamed("Mimo.IMimoClient") || type.AllInterfaces.Any(static face => face.IsNamed("Mimo.IMimoClient")));

    /// <summary>What both parts of a partial method must say in the same words.</summary>
    public static string Modifiers(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var syntax = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        IEnumerable<string> written = syntax.Modifiers.Where(static token => token.Kind() is not (SyntaxKind.PartialKeyword or SyntaxKind.AsyncKeyword)).Select(static token => token.Text);
        return string.Join(" ", written.Append("partial"));
    }

    /// <summary>
    /// The method's doc comment, as lines of XML; empty if there is none or it is malformed. Where the build parses comments, it has
    /// resolved their references, so that they hold in another file too; where it doesn't, nobody asks for them.
    /// </summary>
    public static EquatableArray<string> Documentation(IMethodSymbol method, CancellationToken cancellationToken)
    {
        string parsed = method.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: cancellationToken) ?? "";
        string xml = parsed.Length > 0 ? parsed : DocCommentTrivia.Read(method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken));
        try
        {
            _ = XElement.Parse("<doc>" + xml + "</doc>");
        }
        catch (XmlException)
        {
            return default;
        }

        // The compiler's own wrapping, <member>, goes, and so does what all lines begin with.
        IEnumerable<string> lines = xml.Replace("\r\n", "\n").Split(CSharpText.LineEnds);
        lines = parsed.Length > 0 ? lines.SkipWhile(static line => !line.StartsWith("<member ", StringComparison.Ordinal)).Skip(1).TakeWhile(static line => line != "</member>") : lines;
        List<string> kept = lines.Select(static line => line.TrimEnd()).SkipWhile(static line => line.Length == 0).ToList();
        kept.RemoveRange(kept.FindLastIndex(static line => line.Length > 0) + 1, kept.Count - kept.FindLastIndex(static line => line.Length > 0) - 1);
        int indentation = kept.Where(static line => line.Length > 0).Select(static line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return kept.Select(line => line.Length == 0 ? line : line.Substring(indentation)).ToEquatableArray();
    }

    /// <summary>The constraints of a method's type parameters, which its other part has to repeat even though the method is refused.</summary>
    public static string Constraints(IMethodSymbol method) => string.Concat(method.TypeParameters.Select(Constraint));

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(static type => type.ToSyntax()));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {SymbolExtensions.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }
}
