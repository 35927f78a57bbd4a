using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO034: moves untrusted text to the user's message, where it is fenced and announced as data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveUntrustedCodeFixProvider))]
[Shared]
public sealed class MoveUntrustedCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.UntrustedSpeaks.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (TemplateScope.Find(context) is not { } scope || scope.Reported is not ['{', .., '}'] placeholder)
        {
            yield break;
        }

        // The interface's system prompt is that of all its methods; those have to say it that have the value.
        string name = placeholder.Trim('{', '}').Split('.', ':')[0].Trim();
        var edits = new List<Edit> { scope.ReplaceAll(context.Document, placeholder, "") };
        foreach (IMethodSymbol method in scope.Methods.Where(method => method.Parameters.Any(parameter => parameter.Name == name)))
        {
            if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax declaration
                || declaration.SyntaxTree != context.Root.SyntaxTree
                || UserTemplate.FindLast(declaration, context) is not { } literal
                || literal == scope.Literal)
            {
                yield break; // There is no message here that it could be moved to.
            }

            edits.Add(UserTemplate.Append(context.Document, literal, placeholder));
        }

        if (edits.Count > 1)
        {
            yield return new Repair($"Move '{placeholder}' to the user's message", "MoveUntrusted", edits.ToArray());
        }
    }
}
