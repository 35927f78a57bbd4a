using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>What is worth saying about a tool that is accepted.</summary>
internal static class ToolAdvice
{
    public static void Check(ToolParserContext context, AttributeData attribute, EquatableArray<ParameterModel> parameters, string description)
    {
        IMethodSymbol method = context.Method;
        bool isReadable = DocCommentAdvice.Check(context);
        if (isReadable && string.IsNullOrWhiteSpace(description))
        {
            context.Report!(Diagnostic.Create(DiagnosticDescriptors.ToolIsNotDescribed, Places.Of(method), method.Name));
        }

        CheckTimeout(context, attribute);
        if (!method.IsOverride && !parameters.Any(static parameter => parameter.Role == ParameterRole.CancellationToken) && IsAsynchronous(method, context.CancellationToken))
        {
            context.Report!(Diagnostic.Create(DiagnosticDescriptors.CannotBeCancelled, Places.Of(method), method.Name, "the call of a tool"));
        }
    }

    /// <summary>A time below zero is taken as none given, which nobody writes it for.</summary>
    private static void CheckTimeout(ToolParserContext context, AttributeData attribute)
    {
        const string Timeout = "TimeoutSeconds";
        if (attribute.TryGetNamed(Timeout, out int seconds) && seconds < 0)
        {
            context.Report!(Diagnostic.Create(
                DiagnosticDescriptors.OptionIsIdle,
                Places.NamedArgument(attribute, Timeout, context.Method, context.CancellationToken),
                Timeout,
                "is below 0, which is taken as 0, no limit of its own: give the seconds that a call may take, or leave it out"));
        }
    }

    /// <summary>Whether the method waits for something. One that returns a finished task has nothing to cancel.</summary>
    private static bool IsAsynchronous(IMethodSymbol method, CancellationToken cancellationToken)
    {
        IMethodSymbol body = method.PartialImplementationPart ?? method;
        if (body.IsAsync)
        {
            return true;
        }

        return method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" }
            && body.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
            && declaration.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => CalledName(call)?.EndsWith("Async", StringComparison.Ordinal) == true);
    }

    private static string? CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
