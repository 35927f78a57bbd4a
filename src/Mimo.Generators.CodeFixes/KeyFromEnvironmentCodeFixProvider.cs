using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO041: takes the API key from the environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyFromEnvironmentCodeFixProvider))]
[Shared]
public sealed class KeyFromEnvironmentCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ApiKeyIsInSource.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        // A constant stays where it is declared, and with its use the warning would go, but not the key.
        if (context.Find<ExpressionSyntax>() is not { } key || key.DescendantNodesAndSelf().Any(static node => node is NameSyntax))
        {
            yield break;
        }

        // Where nothing but the key is set, the client can do all by itself. One repair for both, so that all can be repaired at once.
        (ExpressionSyntax replaced, string replacement) = FindClient(key, context) is { } client
            ? (client, "global::Mimo.MimoClient.FromEnvironment()")
            : (key, "global::System.Environment.GetEnvironmentVariable(\"MIMO_API_KEY\")");
        yield return new Repair(
            "Take the key from the environment variable MIMO_API_KEY",
            "KeyFromEnvironment",
            Edit.Replace(context.Document, replaced, ShortSyntax.Expression(replacement).WithTriviaFrom(replaced)));
    }

    /// <summary>The <c>new MimoClient(new MimoClientOptions { ApiKey = … })</c> around a key; null if other options are set as well.</summary>
    private static BaseObjectCreationExpressionSyntax? FindClient(ExpressionSyntax key, RepairContext context) =>
        key.Parent is AssignmentExpressionSyntax
        {
            Parent: InitializerExpressionSyntax
            {
                Expressions.Count: 1,
                Parent: BaseObjectCreationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: BaseObjectCreationExpressionSyntax client } } },
            },
        }
        && client.Initializer is null
        && context.SemanticModel.GetTypeInfo(client, context.CancellationToken).Type?.ToDisplayString() == "Mimo.MimoClient"
            ? client
            : null;
}
