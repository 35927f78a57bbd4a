using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// Finds tools that no model is ever offered, because nothing in the project mentions their type. It is about types that other
/// projects can't see, and about programs, which no project references.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnofferedToolAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.ToolIsNeverOffered);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // A page's only mention of a type may stand in what Razor makes of it.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(static start =>
        {
            // Friends of the assembly see all of its types.
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is not { } marker
                || start.Compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"))
            {
                return;
            }

            bool isProgram = start.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
            var tools = new ConcurrentQueue<IMethodSymbol>();
            var mentioned = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
            start.RegisterSymbolAction(
                context =>
                {
                    if (context.Symbol is IMethodSymbol { PartialDefinitionPart: null } method && method.IsMarked(marker)
                        && ToolParser.FindObstacle(method) is null && (isProgram || !IsVisibleElsewhere(method.ContainingType)))
                    {
                        tools.Enqueue(method);
                    }
                },
                SymbolKind.Method);

            start.RegisterSyntaxTreeAction(context => AddMentioned(context, mentioned));
            start.RegisterCompilationEndAction(context =>
            {
                foreach (IMethodSymbol tool in tools)
                {
                    if (!mentioned.ContainsKey(tool.ContainingType.Name))
                    {
                        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ToolIsNeverOffered, tool.Locations[0], tool.Name, tool.ContainingType.Name));
                    }
                }
            });
        });
    }

    /// <summary>
    /// By name alone, without a look at what it means: two types of one name are both taken for mentioned. A whole file at once, since
    /// to be called for each name of a project costs far more than to look at it.
    /// </summary>
    private static void AddMentioned(SyntaxTreeAnalysisContext context, ConcurrentDictionary<string, byte> mentioned)
    {
        if (IsOurs(context.Tree.FilePath))
        {
            return;
        }

        foreach (SyntaxToken token in context.Tree.GetRoot(context.CancellationToken).DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is IdentifierNameSyntax name)
            {
                if (!mentioned.ContainsKey(token.ValueText) && (!IsWithinOwnType(name) || Offers(name)))
                {
                    mentioned.TryAdd(token.ValueText, 0);
                }

                if (token.ValueText == "Tools" && IsOwn(name))
                {
                    AddHolders(name, mentioned);
                }
            }
        }
    }

    /// <summary>Whether a file is one that our generator made: the compiler puts those into a folder of the generator's name.</summary>
    private static bool IsOurs(string path) => path.Length > 0 && Path.GetFileName(Path.GetDirectoryName(path)) == typeof(MimoGenerator).FullName;

    /// <summary>Whether a name stands in the declaration of a type of that name, as in <c>ILogger&lt;Clock&gt;</c> among what <c>Clock</c> is given.</summary>
    private static bool IsWithinOwnType(IdentifierNameSyntax name)
    {
        for (SyntaxNode? current = name.Parent; current is not null; current = current.Parent)
        {
            if (current is TypeDeclarationSyntax type && type.Identifier.ValueText == name.Identifier.ValueText)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type's name within its own declaration takes its tools, makes or gets an instance, or is that of a prompt's tools.</summary>
    private static bool Offers(IdentifierNameSyntax name)
    {
        SyntaxNode type = name;
        while ((type.Parent is QualifiedNameSyntax qualified && qualified.Right == type)
            || (type.Parent is MemberAccessExpressionSyntax member && member.Name == type)
            || type.Parent is AliasQualifiedNameSyntax or NullableTypeSyntax)
        {
            type = type.Parent;
        }

        return type.Parent switch
        {
            ObjectCreationExpressionSyntax or CastExpressionSyntax => true,
            TypeArgumentListSyntax { Parent: { Parent: InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } } } => true,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "Tools",
            TypeOfExpressionSyntax => type.FirstAncestorOrSelf<AttributeSyntax>() is not null,
            VariableDeclarationSyntax or BasePropertyDeclarationSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax =>
                type.Parent.DescendantNodes().Any(static node => node is ImplicitObjectCreationExpressionSyntax),
            _ => false,
        };
    }

    /// <summary>Whether a name is not that of another object's member.</summary>
    private static bool IsOwn(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression is ThisExpressionSyntax,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    /// <summary>A type that uses its own <c>Tools</c> need not name itself for that.</summary>
    private static void AddHolders(SyntaxNode use, ConcurrentDictionary<string, byte> mentioned)
    {
        foreach (TypeDeclarationSyntax holder in use.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            mentioned.TryAdd(holder.Identifier.ValueText, 0);
        }
    }

    private static bool IsVisibleElsewhere(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
