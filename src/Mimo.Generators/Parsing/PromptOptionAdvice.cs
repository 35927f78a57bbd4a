using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Judges the options of a prompt interface: what the server refuses, what it ignores, and what leaves no room for the answer.
/// It only warns, so the generator has no use for it.
/// </summary>
/// <param name="prompt">The interface.</param>
/// <param name="report">Hears the warnings.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class PromptOptionAdvice(INamedTypeSymbol prompt, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    /// <summary>The name of the property of a diagnostic that holds what to write instead, as C#.</summary>
    public const string Replacement = "Replacement";

    private const int MostStops = 4;

    private readonly AttributeData? _shared = prompt.FindAttribute(AttributeNames.MimoPrompt);

    /// <param name="methods">The methods that the interface itself declares, as read.</param>
    /// <param name="outputs">Knows the types of their answers.</param>
    public void Give(IReadOnlyList<(IMethodSymbol Symbol, PromptMethodModel Model)> methods, TypeGraphParser outputs)
    {
        if (_shared is not null)
        {
            Judge(_shared, name => methods.Where(method => FindOption(OwnOptions(method.Symbol), name) is null).ToList(), outputs);
        }

        foreach ((IMethodSymbol symbol, PromptMethodModel model) in methods)
        {
            if (OwnOptions(symbol) is { } own)
            {
                Judge(own, _ => [(symbol, model)], outputs);
            }
        }
    }

    /// <param name="attribute">Where the options are written.</param>
    /// <param name="heirs">The methods that an option written there holds for.</param>
    /// <param name="outputs">Knows the types of the methods' answers.</param>
    private void Judge(AttributeData attribute, Func<string, List<(IMethodSymbol Symbol, PromptMethodModel Model)>> heirs, TypeGraphParser outputs)
    {
        foreach (KeyValuePair<string, TypedConstant> option in attribute.NamedArguments)
        {
            switch (option.Key)
            {
                case "Temperature" or "TopP":
                    JudgeSampling(attribute, option.Key, option.Value.Value is double number ? number : 0, heirs(option.Key));
                    break;
                case "FrequencyPenalty" or "PresencePenalty" when option.Value.Value is double penalty && penalty is < -2 or > 2:
                    Refuse(attribute, option.Key, "is refused outside -2 to 2", penalty < 0 ? "-2" : "2");
                    break;
                case "MaxCompletionTokens" when option.Value.Value is int cap:
                    JudgeCap(attribute, cap, heirs(option.Key), outputs);
                    break;
                case "Stop" when option.Value is { Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: > MostStops } values }:
                    string kept = string.Join(", ", values.Take(MostStops).Select(static value => Literal(value.Value as string)));
                    Refuse(attribute, "Stop", $"is refused with more than {MostStops} texts; this has {values.Length}", $"new[] {{ {kept} }}");
                    break;
                case "Model" when option.Value.Value is string model:
                    JudgeModel(attribute, model, heirs(option.Key));
                    break;
            }
        }
    }

    private void JudgeSampling(AttributeData attribute, string name, double value, List<(IMethodSymbol Symbol, PromptMethodModel Model)> heirs)
    {
        (double least, double most, double pinned) = name == "Temperature" ? (0d, 1.5d, 1d) : (0.01d, 1d, 0.95d);
        if (value < least || value > most)
        {
            string bound = (value < least ? least : most).ToString(CultureInfo.InvariantCulture);
            Refuse(attribute, name, FormattableString.Invariant($"is refused outside {least} to {most}"), bound);
        }
        else if (value != pinned && heirs.Count > 0 && heirs.All(static method => Thinks(method.Symbol, method.Model.Options)) && Written(attribute, name) is { } argument)
        {
            Report(argument.GetLocation(), name, "has no effect while the model thinks; set Thinking = MimoThinking.Disabled, or leave it out", replacement: null);
        }
    }

    private void JudgeCap(AttributeData attribute, int cap, List<(IMethodSymbol Symbol, PromptMethodModel Model)> heirs, TypeGraphParser outputs)
    {
        int most = heirs.Select(static method => ModelCatalogue.LargestOutputOf(ModelOf(method.Model.Options))).DefaultIfEmpty(ModelCatalogue.LargestOutput).Min();
        if (cap > most || cap < 1)
        {
            Refuse(attribute, "MaxCompletionTokens", FormattableString.Invariant($"is refused outside 1 to {most}"), most.ToString(CultureInfo.InvariantCulture));
            return;
        }

        foreach ((IMethodSymbol symbol, PromptMethodModel model) in heirs)
        {
            if (model.Return.Type is { } answer && new AnswerSize(outputs).LeastTokens(answer) is var need && need > cap && Written(attribute, "MaxCompletionTokens") is { } argument)
            {
                string shown = answer.Key.Replace("global::", "");
                report(Diagnostic.Create(DiagnosticDescriptors.AnswerHasNoRoom, argument.Expression.GetLocation(), symbol.Name, cap, shown, need));
                return;
            }
        }
    }

    private void JudgeModel(AttributeData attribute, string model, List<(IMethodSymbol Symbol, PromptMethodModel Model)> heirs)
    {
        if (model.Any(char.IsUpper))
        {
            string lower = model.ToLowerInvariant();
            Refuse(attribute, "Model", $"is refused with capital letters; write '{lower}'", Literal(lower));
        }
        else if (ModelCatalogue.SuccessorOf(model) is { } successor)
        {
            Refuse(attribute, "Model", $"names '{model}', which is no longer served since 2026-10-21; its successor is '{successor}'", Literal(successor));
        }
        else if (ModelCatalogue.ReadsTextAlone(model) && heirs.FirstOrDefault(static method => method.Symbol.Parameters.Any(IsMedia)).Symbol is { } shower)
        {
            string reader = ModelCatalogue.MediaReaderBeside(model);
            Refuse(attribute, "Model", $"names '{model}', which reads text alone, but '{shower.Name}' shows it more; '{reader}' reads images, sound and video", Literal(reader));
        }
    }

    /// <summary>Of all that is set for a method, in attributes and at the head of files, what counts is in its model.</summary>
    private static bool Thinks(IMethodSymbol method, PromptOptionsModel options)
    {
        if (method.Parameters.Any(static parameter => parameter.Type.Name == "MimoCallOptions"))
        {
            return false; // The caller may say otherwise.
        }

        string thinking = options.Thinking ?? "";
        bool isDefault = thinking.Length == 0 || thinking.EndsWith(")0", StringComparison.Ordinal);
        return isDefault
            ? ModelCatalogue.ThinksByDefault(ModelOf(options))
            : !(thinking.EndsWith(")2", StringComparison.Ordinal) || thinking.EndsWith(".Disabled", StringComparison.Ordinal));
    }

    private static string? ModelOf(PromptOptionsModel options) => options.Model?.Trim('"');

    private static bool IsMedia(IParameterSymbol parameter) => parameter.Type.QualifiedName() is "Mimo.MimoImage" or "Mimo.MimoAudio" or "Mimo.MimoVideo" or "Mimo.MimoMedia";

    private static AttributeData? OwnOptions(IMethodSymbol method) => method.FindAttribute(AttributeNames.MimoPrompt);

    private static TypedConstant? FindOption(AttributeData? attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static string Literal(string? text) => SymbolDisplay.FormatLiteral(text ?? "", quote: true);

    private void Refuse(AttributeData attribute, string name, string problem, string replacement)
    {
        if (Written(attribute, name) is { } argument)
        {
            Report(argument.Expression.GetLocation(), name, problem, replacement);
        }
    }

    private void Report(Location location, string name, string problem, string? replacement)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        report(Diagnostic.Create(
            DiagnosticDescriptors.OptionIsIdle, location, replacement is null ? properties : properties.Add(Replacement, replacement), name, problem));
    }

    private AttributeArgumentSyntax? Written(AttributeData attribute, string name) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
