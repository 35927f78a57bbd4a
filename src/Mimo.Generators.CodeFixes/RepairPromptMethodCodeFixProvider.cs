using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO032: makes what a method gives back a task, adds the marker, the client or the user's message, or takes the body away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairPromptMethodCodeFixProvider))]
[Shared]
public sealed class RepairPromptMethodCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.PromptMemberIsInvalid.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        // One that implements a base's member is no prompt, whatever it is given.
        if (context.Find<MethodDeclarationSyntax>() is not { ExplicitInterfaceSpecifier: null } method)
        {
            yield break;
        }

        if (context.Diagnostic.Location.SourceSpan == method.ReturnType.Span)
        {
            if (TaskOf(method.ReturnType, context) is { } task)
            {
                yield return new Repair($"Return {task.Shown}", "ReturnTask", Edit.Replace(
                    context.Document, method.ReturnType, ShortSyntax.Type(task.Syntax).WithTriviaFrom(method.ReturnType)));
            }
        }
        else if (context.Diagnostic.Location.SourceSpan != method.Identifier.Span)
        {
            if (context.Find<AttributeSyntax>() is { } template && template.Span == context.Diagnostic.Location.SourceSpan && !IsMarked(method, context))
            {
                AttributeListSyntax marker = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(ShortSyntax.Attribute("global::Mimo.MimoPrompt")));
                yield return new Repair("Add [MimoPrompt]", "AddMarker", new Edit(context.Document, method, (node, generator) => generator.InsertAttributes(node, 0, marker)));
            }
        }
        else if (method.Body is not null || method.ExpressionBody is not null)
        {
            yield return new Repair("Remove the body", "RemoveBody", new Edit(context.Document, method, static (node, _) => WithoutBody((MethodDeclarationSyntax)node)));
        }
        else if (method.Modifiers.Any(SyntaxKind.StaticKeyword) && method.Modifiers.Any(SyntaxKind.PartialKeyword) && EndsWithUser(method, context))
        {
            if (!HasClient(method, context))
            {
                yield return new Repair("Add 'this IMimoClient client'", "AddClient", new Edit(context.Document, method, static (node, _) => WithClient((MethodDeclarationSyntax)node)));
            }
        }
        else if (!EndsWithUser(method, context))
        {
            yield return new Repair("Add [UserPrompt]", "AddUserPrompt", new Edit(
                context.Document, method, (node, generator) => generator.AddAttributes(node, UserPrompt(method))));
        }
    }

    /// <summary>The task of a return type; null for one that would not become right by that.</summary>
    private static (string Syntax, string Shown)? TaskOf(TypeSyntax type, RepairContext context)
    {
        const string Task = "global::System.Threading.Tasks.Task";
        ITypeSymbol? returned = context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type;
        switch (returned)
        {
            case null or IErrorTypeSymbol:
            case INamedTypeSymbol { Name: "IAsyncEnumerable" or "MimoResult" }:
                return null;
            case var _ when type is RefTypeSyntax:
                return null;
            case { SpecialType: SpecialType.System_Void }:
                return (Task, "Task");
            default:
                return ($"{Task}<{type.WithoutTrivia()}>", $"Task<{type.WithoutTrivia()}>");
        }
    }

    private static bool IsMarked(MethodDeclarationSyntax method, RepairContext context) =>
        context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken)?.HasAttribute(AttributeNames.MimoPrompt) == true;

    private static bool HasClient(MethodDeclarationSyntax method, RepairContext context) =>
        context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken)?.Parameters.Any(static parameter => PartialPromptParser.IsClient(parameter.Type)) == true;

    /// <summary>What the method extends is its first parameter already, so that one stays without <c>this</c>.</summary>
    private static MethodDeclarationSyntax WithClient(MethodDeclarationSyntax method)
    {
        ParameterSyntax client = SyntaxFactory.Parameter(SyntaxFactory.Identifier("client"))
            .WithModifiers(SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.ThisKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithType(ShortSyntax.Type("global::Mimo.IMimoClient").WithTrailingTrivia(SyntaxFactory.Space));
        ParameterListSyntax others = method.ParameterList.ReplaceNodes(
            method.ParameterList.Parameters.Where(static parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword)),
            static (_, parameter) => parameter
                .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.ThisKeyword))))
                .WithLeadingTrivia(parameter.GetLeadingTrivia()));
        return method.WithParameterList(others.WithParameters(others.Parameters.With(0, client)).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation));
    }

    /// <summary>A method of a class is given another body, and has to be partial for that; one of an interface can be nothing that asks for a body.</summary>
    private static MethodDeclarationSyntax WithoutBody(MethodDeclarationSyntax method)
    {
        bool isOfInterface = method.Parent is InterfaceDeclarationSyntax;
        IEnumerable<SyntaxToken> kept = method.Modifiers.Where(modifier => modifier.Kind() switch
        {
            SyntaxKind.AsyncKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.PartialKeyword => false,
            SyntaxKind.StaticKeyword or SyntaxKind.SealedKeyword or SyntaxKind.PrivateKeyword => !isOfInterface,
            _ => true,
        });
        kept = isOfInterface ? kept : kept.Append(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        MethodDeclarationSyntax bare = method
            .WithBody(null)
            .WithExpressionBody(null)
            .WithParameterList(method.ParameterList.WithTrailingTrivia())
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia()));
        if (method.Modifiers.Count == 0)
        {
            return bare.WithModifiers(SyntaxFactory.TokenList(kept));
        }

        // What stands before the modifiers stays, whichever of them is then the first.
        SyntaxTriviaList leading = method.Modifiers[0].LeadingTrivia;
        List<SyntaxToken> modifiers = kept.Select(static modifier => modifier.WithLeadingTrivia()).ToList();
        if (modifiers.Count == 0)
        {
            return bare.WithModifiers(default).WithReturnType(method.ReturnType.WithLeadingTrivia(leading));
        }

        modifiers[0] = modifiers[0].WithLeadingTrivia(leading);
        return bare.WithModifiers(SyntaxFactory.TokenList(modifiers));
    }

    private static bool EndsWithUser(MethodDeclarationSyntax method, RepairContext context) =>
        context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken)?.GetAttributes()
            .Select(PromptMessagesParser.RoleOf).LastOrDefault(static role => role is not null) == "User";

    private static AttributeListSyntax UserPrompt(MethodDeclarationSyntax method)
    {
        AttributeArgumentSyntax template = Syntaxes.Argument(UserTemplate.Begin(method));
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(ShortSyntax.Attribute("global::Mimo.UserPrompt").AddArgumentListArguments(template)));
    }
}
