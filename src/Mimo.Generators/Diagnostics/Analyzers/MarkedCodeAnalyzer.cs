using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// Says why <c>[MimoTool]</c> methods, <c>[MimoPrompt]</c> interfaces and methods and <c>[MimoOutput]</c> types can't be generated
/// for, or would be of less use than they look. It asks the generator's own parsers, so the two can't disagree.
/// </summary>
/// <remarks>One analyzer for all three, so that what is wrong with a type that a tool and a prompt share is told once.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MarkedCodeAnalyzer : DiagnosticAnalyzer
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
        DiagnosticDescriptors.ToolNameIsInvalid,
        DiagnosticDescriptors.ToolNameIsTaken,
        DiagnosticDescriptors.ConstraintIsUnfit,
        DiagnosticDescriptors.MemberConstraintIsUnfit,
        DiagnosticDescriptors.MembersCollide,
        DiagnosticDescriptors.TwoArgumentsCollide,
        DiagnosticDescriptors.PolymorphismIsBroken,
        DiagnosticDescriptors.ReturnIsUnsupported,
        DiagnosticDescriptors.MemberCannotBeSet,
        DiagnosticDescriptors.DefaultIsUnfit,
        DiagnosticDescriptors.MemberDefaultIsUnfit,
        DiagnosticDescriptors.PatternIsForeign,
        DiagnosticDescriptors.NumberExceedsDoubles,
        DiagnosticDescriptors.FlagsAreAnArray,
        DiagnosticDescriptors.RecursionHasNoBound,
        DiagnosticDescriptors.CannotBeCancelled,
        DiagnosticDescriptors.AmbientIsTwice,
        DiagnosticDescriptors.ServiceIsShown,
        DiagnosticDescriptors.ToolIsNotDescribed,
        DiagnosticDescriptors.ParameterIsNotDescribed,
        DiagnosticDescriptors.DescriptionsDisagree,
        DiagnosticDescriptors.CommentIsMalformed,
        DiagnosticDescriptors.CommentNamesNoParameter,
        DiagnosticDescriptors.NullableHasNoDefault,
        DiagnosticDescriptors.ParameterIsFreeForm,
        DiagnosticDescriptors.ResultIsFreeForm,
        DiagnosticDescriptors.TypeNeedsReflection,
        DiagnosticDescriptors.ConstraintIsIdle,
        DiagnosticDescriptors.MethodIsNoTool,
        DiagnosticDescriptors.PlaceholderIsUnknown,
        DiagnosticDescriptors.TemplateIsMalformed,
        DiagnosticDescriptors.PromptMemberIsInvalid,
        DiagnosticDescriptors.TemplateFileIsUnusable,
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
        DiagnosticDescriptors.NameIsGenerated,
        DiagnosticDescriptors.TypeHasNoDraft);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var once = new OnceReporter();
            ToolAnalysis.Register(start, once);
            PromptAnalysis.Register(start, once);
            DraftAnalysis.Register(start, once);
        });
    }
}
