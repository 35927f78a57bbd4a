using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Says why a <c>[MimoPrompt]</c> interface or method can't be generated for. It asks the generator's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PromptAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.IsGeneric,
        DiagnosticDescriptors.ParameterIsByReference,
        DiagnosticDescriptors.TypeCannotBeKept,
        DiagnosticDescriptors.TypeHasNoJsonForm,
        DiagnosticDescriptors.TypeIsAbstract,
        DiagnosticDescriptors.ShapeIsLost,
        DiagnosticDescriptors.KeyIsNoName,
        DiagnosticDescriptors.ConstraintIsUnfit,
        DiagnosticDescriptors.MemberConstraintIsUnfit,
        DiagnosticDescriptors.MembersCollide,
        DiagnosticDescriptors.PolymorphismIsBroken,
        DiagnosticDescriptors.PlaceholderIsUnknown,
        DiagnosticDescriptors.TemplateIsMalformed,
        DiagnosticDescriptors.PromptMemberIsInvalid,
        DiagnosticDescriptors.TemplateFileIsUnusable,
        DiagnosticDescriptors.MemberCannotBeSet,
        DiagnosticDescriptors.DefaultIsUnfit,
        DiagnosticDescriptors.MemberDefaultIsUnfit,
        DiagnosticDescriptors.PatternIsForeign,
        DiagnosticDescriptors.NumberExceedsDoubles,
        DiagnosticDescriptors.FlagsAreAnArray,
        DiagnosticDescriptors.RecursionHasNoBound,
        DiagnosticDescriptors.DescriptionsDisagree,
        DiagnosticDescriptors.CommentIsMalformed,
        DiagnosticDescriptors.CommentNamesNoParameter,
        DiagnosticDescriptors.CannotBeCancelled,
        DiagnosticDescriptors.AmbientIsTwice,
        DiagnosticDescriptors.ServiceIsShown,
        DiagnosticDescriptors.CombinedToolNameIsTaken,
        DiagnosticDescriptors.UntrustedSpeaks,
        DiagnosticDescriptors.UntrustedIsUnfenced,
        DiagnosticDescriptors.ParameterIsUnused,
        DiagnosticDescriptors.PlaceholderPrintsTypeName,
        DiagnosticDescriptors.SecretReachesPrompt,
        DiagnosticDescriptors.ExampleIsUnfit,
        DiagnosticDescriptors.OptionIsIdle,
        DiagnosticDescriptors.PrefixVaries,
        DiagnosticDescriptors.AnswerHasNoRoom,
        DiagnosticDescriptors.TypeNeedsReflection,
        DiagnosticDescriptors.NameIsGenerated);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoPrompt) is not { } marker)
            {
                return;
            }

            var once = new OnceReporter();
            start.RegisterSymbolAction(
                context =>
                {
                    var type = (INamedTypeSymbol)context.Symbol;
                    if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
                    {
                        PartialPromptParser.CheckMarkers(type, context.ReportDiagnostic, context.CancellationToken);
                    }

                    if (type.TypeKind == TypeKind.Interface ? type.IsMarked(marker) : PartialPromptParser.HasAny(type))
                    {
                        PromptParser.Parse(type, new PromptFiles(context.Options.AdditionalFiles), once.To(context.ReportDiagnostic), context.CancellationToken);
                    }
                },
                SymbolKind.NamedType);
        });
    }
}
