using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Emission;
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

    /// <param name="methods">The methods that the interface itself declares, as read, each with all that is set for it, the strongest first.</param>
    /// <param name="outputs">Knows the types of their answers.</param>
    public void Give(IReadOnlyList<(IMethodSymbol Symbol, PromptMethodModel Model, IReadOnlyList<WrittenOption> Options)> methods, TypeGraphParser outputs)
    {
        var heirs = new Dictionary<(object Source, string Name), Heirs>();
        foreach (WrittenOption option in WrittenOption.Of(prompt.FindAttribute(AttributeNames.MimoPrompt)))
        {
            HeirsOf(option);
        }

        foreach ((IMethodSymbol symbol, PromptMethodModel model, IReadOnlyList<WrittenOption> options) in methods)
        {
            var set = new HashSet<string>(StringComparer.Ordinal);
            foreach (WrittenOption option in options)
            {
                List<(IMethodSymbol, PromptMethodModel)> users = HeirsOf(option).Methods;
                if (set.Add(option.Name))
                {
                    users.Add((symbol, model));
                }
            }
        }

        foreach (Heirs each in heirs.Values)
        {
            Judge(each.Option, each.Methods, outputs);
        }

        Heirs HeirsOf(WrittenOption option)
        {
            if (!heirs.TryGetValue((option.Source, option.Name), out Heirs? found))
            {
                found = new Heirs(option);
                heirs.Add((option.Source, option.Name), found);
            }

            return found;
        }
    }

    /// <param name="option">The option.</param>
    /// <param name="heirs">The methods that it holds for.</param>
    /// <param name="outputs">Knows the types of the methods' answers.</param>
    private void Judge(WrittenOption option, List<(IMethodSymbol Symbol, PromptMethodModel Model)> heirs, TypeGraphParser outputs)
    {
        switch (option.Name)
        {
            case "Temperature" or "TopP":
                JudgeSampling(option, option.Value is double number ? number : 0, heirs);
                break;
            case "FrequencyPenalty" or "PresencePenalty" when option.Value is double penalty and not (>= -2 and <= 2):
                Refuse(option, "is refused outside -2 to 2", double.IsNaN(penalty) ? "0" : penalty < 0 ? "-2" : "2");
                break;
            case "MaxCompletionTokens" when option.Value is int cap:
                JudgeCap(option, cap, heirs, outputs);
                break;
            case "Stop" when option.Value is string?[] values && (values.Length > MostStops || values.Contains(null)):
                string kept = string.Join(", ", values.OfType<string>().Take(MostStops).Select(CSharpText.Literal));
                Refuse(
                    option,
                    values.Contains(null) ? "has a null among its texts, so none of them is sent" : $"is refused with more than {MostStops} texts; this has {values.Length}",
                    kept.Length == 0 ? "new string[0]" : $"new[] {{ {kept} }}");
                break;
            case "MaxToolRounds" or "RepairAttempts" when option.Value is int and < 0:
                Refuse(option, "is negative, so it is taken as 0", "0");
                break;
            case "Model" when option.Value is string model:
                JudgeModel(option, model, heirs);
                break;
        }
    }

    private void JudgeSampling(WrittenOption option, double value, List<(IMethodSymbol Symbol, PromptMethodModel Model)> heirs)
    {
        (double least, double most, double pinned) = option.Name == "Temperature" ? (0d, 1.5d, 1d) : (0.01d, 1d, 0.95d);
        if (!(value >= least && value <= most))
        {
            string bound = (double.IsNaN(value) ? pinned : value < least ? least : most).ToString(CultureInfo.InvariantCulture);
            Refuse(option, FormattableString.Invariant($"is refused outside {least} to {most}"), bound);
        }
        else if (value != pinned && heirs.Count > 0 && heirs.All(static method => Thinks(method.Symbol, method.Model.Options)) && option.FindWhole(cancellationToken) is { } place)
        {
            string remedy = option.IsCode ? "Thinking = MimoThinking.Disabled" : "thinking: disabled";
            Report(place, option, $"has no effect while the model thinks; set {remedy}, or leave it out", replacement: null);
        }
    }

    private void JudgeCap(WrittenOption option, int cap, List<(IMethodSymbol Symbol, PromptMethodModel Model)> heirs, TypeGraphParser outputs)
    {
        int most = heirs.Select(static method => ModelCatalogue.LargestOutputOf(ModelOf(method.Model.Options))).DefaultIfEmpty(ModelCatalogue.LargestOutput).Min();
        if (cap > most || cap < 1)
        {
            Refuse(option, FormattableString.Invariant($"is refused outside 1 to {most}"), most.ToString(CultureInfo.InvariantCulture));
            return;
        }

        foreach ((IMethodSymbol symbol, PromptMethodModel model) in heirs)
        {
            if (model.Return.Type is { } answer && new AnswerSize(outputs).LeastTokens(answer) is var need && need > cap && option.FindValue(cancellationToken) is { } place)
            {
                string shown = answer.Key.Replace("global::", "");
                report(Diagnostic.Create(DiagnosticDescriptors.AnswerHasNoRoom, place, symbol.Name, cap, shown, need));
                return;
            }
        }
    }

    private void JudgeModel(WrittenOption option, string model, List<(IMethodSymbol Symbol, PromptMethodModel Model)> heirs)
    {
        if (model.Any(char.IsUpper))
        {
            string lower = model.ToLowerInvariant();
            Refuse(option, $"is refused with capital letters; write '{lower}'", CSharpText.Literal(lower));
        }
        else if (ModelCatalogue.SuccessorOf(model) is { } successor)
        {
            Refuse(option, $"names '{model}', which is no longer served since 2026-10-21; its successor is '{successor}'", CSharpText.Literal(successor));
        }
        else if (ModelCatalogue.ReadsTextAlone(model) && heirs.FirstOrDefault(static method => method.Symbol.Parameters.Any(static parameter => PromptTemplateParser.IsMedia(parameter.Type))).Symbol is { } shower)
        {
            string reader = ModelCatalogue.MediaReaderBeside(model);
            Refuse(option, $"names '{model}', which reads text alone, but '{shower.Name}' shows it more; '{reader}' reads images, sound and video", CSharpText.Literal(reader));
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

    private void Refuse(WrittenOption option, string problem, string replacement)
    {
        if (option.FindValue(cancellationToken) is { } place)
        {
            Report(place, option, problem, option.IsCode ? replacement : null);
        }
    }

    private void Report(Location location, WrittenOption option, string problem, string? replacement)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        report(Diagnostic.Create(
            DiagnosticDescriptors.OptionIsIdle, location, replacement is null ? properties : properties.Add(Replacement, replacement), option.WrittenName, problem));
    }

    /// <summary>The methods that an option holds for; none that sets the same itself.</summary>
    private sealed class Heirs(WrittenOption option)
    {
        public WrittenOption Option { get; } = option;

        public List<(IMethodSymbol Symbol, PromptMethodModel Model)> Methods { get; } = [];
    }
}
