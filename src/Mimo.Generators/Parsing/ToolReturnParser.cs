using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads what <c>[MimoTool]</c> methods give back.</summary>
internal static class ToolReturnParser
{
    /// <returns>Null if the result can't be sent.</returns>
    public static ReturnModel? Parse(ToolParserContext context, out EquatableArray<TypeModel> types)
    {
        types = default;
        IMethodSymbol method = context.Method;
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return Refuse(context, "by reference", "the value is sent as JSON; return it by value");
        }

        if (method is { ReturnsVoid: true, IsAsync: true })
        {
            return Refuse(context, "async void", "nobody could wait for it or hear of its failure; return Task");
        }

        AwaitKind awaited = AwaitOf(method.ReturnType);
        ITypeSymbol? value = awaited == AwaitKind.None
            ? (method.ReturnsVoid ? null : method.ReturnType)
            : ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault();
        if (value is null)
        {
            return new ReturnModel { Kind = ReturnKind.Nothing, Await = awaited };
        }

        if (value.SpecialType == SpecialType.System_String)
        {
            return new ReturnModel { Kind = ReturnKind.Text, Await = awaited };
        }

        if (value is INamedTypeSymbol named && named.IsNamed("Mimo.MimoToolResult"))
        {
            return new ReturnModel { Kind = ReturnKind.ToolResult, Await = awaited };
        }

        if (value is INamedTypeSymbol query && IsQuery(query))
        {
            return Refuse(context, "a query", "it would run while it is being sent, when what it reads from may be gone; run it and return a list", value);
        }

        var graph = new TypeGraphParser(
            method.ContainingAssembly,
            context.Report is null ? null : refusal => context.Report(refusal.At(Places.ReturnType(method, refusal.Type, context.CancellationToken), method.Name)),
            context.CancellationToken,
            isWritten: true);
        TypeUse? type = graph.Parse(value);
        types = graph.Types;
        if (context.Report is not null && types.Any(static known => known is AnyModel { Kind: AnyKind.Object }))
        {
            if (value.SpecialType == SpecialType.System_Object && ReturnsAnonymous(context))
            {
                return Refuse(context, "an anonymous type", "its JSON would only be known by reflection; declare a record and return that", value);
            }

            context.Report(Diagnostic.Create(DiagnosticDescriptors.ResultIsFreeForm, Places.ReturnType(method, value, context.CancellationToken), method.Name));
        }

        return type is null ? null : new ReturnModel { Kind = ReturnKind.Json, Await = awaited, Type = type };
    }

    private static AwaitKind AwaitOf(ITypeSymbol type) => type is INamedTypeSymbol named
        ? named.QualifiedName() switch
        {
            "System.Threading.Tasks.Task" => AwaitKind.Task,
            "System.Threading.Tasks.ValueTask" => AwaitKind.ValueTask,
            _ => AwaitKind.None,
        }
        : AwaitKind.None;

    private static ReturnModel? Refuse(ToolParserContext context, string what, string reason, ITypeSymbol? part = null)
    {
        context.Report?.Invoke(Diagnostic.Create(
            DiagnosticDescriptors.ReturnIsUnsupported, Places.ReturnType(context.Method, part, context.CancellationToken), context.Method.Name, what, reason));
        return null;
    }

    private static bool ReturnsAnonymous(ToolParserContext context) => context.Method.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(context.CancellationToken))
        .OfType<MethodDeclarationSyntax>()
        .SelectMany(static method => method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        .Any(static node => node is AnonymousObjectCreationExpressionSyntax { Parent: ReturnStatementSyntax or ArrowExpressionClauseSyntax });

    internal static bool IsQuery(INamedTypeSymbol type) =>
        type.IsNamed("System.Linq.IQueryable") || type.AllInterfaces.Any(static face => !face.IsGenericType && face.IsNamed("System.Linq.IQueryable"));
}
