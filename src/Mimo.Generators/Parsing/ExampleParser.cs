using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the <c>[Example]</c>s of a prompt method and checks them against its types.</summary>
internal sealed class ExampleParser
{
    /// <summary>A property of a diagnostic with JSON that would fit; see <see cref="Key"/>.</summary>
    public const string FittingJson = "Json";

    /// <summary>A property of a diagnostic with a C# expression that would fit; see <see cref="Key"/>.</summary>
    public const string FittingExpression = "Expression";

    /// <summary>The property of a diagnostic with the index of the value to replace; one behind the last value is missing.</summary>
    public const string Position = "Position";

    private const string Answer = "answer";
    private const string SomeText = "\"…\"";

    private readonly IMethodSymbol _method;
    private readonly PromptReporter _reporter;
    private readonly TypeGraphParser _inputs;
    private readonly TypeGraphParser _outputs;
    private TypeRefusal? _refusal;

    /// <param name="assembly">The assembly that the generated code goes into.</param>
    /// <param name="method">The prompt method.</param>
    /// <param name="outputs">Knows the type of the answer.</param>
    /// <param name="reporter">Hears what is wrong, with the place.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    public ExampleParser(IAssemblySymbol assembly, IMethodSymbol method, TypeGraphParser outputs, PromptReporter reporter, CancellationToken cancellationToken)
    {
        _method = method;
        _reporter = reporter;
        _outputs = outputs;
        _inputs = new TypeGraphParser(assembly, refusal => _refusal = refusal, cancellationToken);
    }

    /// <summary>The types of inputs that are read out of JSON.</summary>
    public IEnumerable<TypeModel> Types { get; private set; } = [];

    /// <summary>The name of the property for one of several values that fit.</summary>
    /// <param name="kind">What it holds, such as <see cref="FittingJson"/>.</param>
    /// <param name="offset">How many values it stands behind <see cref="Position"/>.</param>
    public static string Key(string kind, int offset) => kind + offset.ToString(CultureInfo.InvariantCulture);

    public static bool HasExamples(IMethodSymbol method) => method.HasAttribute(AttributeNames.Example);

    /// <param name="turn">The message that is asked; an example's is rendered from the same template.</param>
    /// <param name="parameters">The method's parameters.</param>
    /// <param name="answer">What the method gives back.</param>
    /// <returns>The examples that fit, in order; of the others the reporter has heard.</returns>
    public List<PromptExampleModel> Parse(PromptMessageModel turn, IReadOnlyList<PromptParameterModel> parameters, PromptReturnModel answer)
    {
        var named = new HashSet<string>(turn.Segments.Where(static segment => segment.Text is null).Select(static segment => segment.Parameter), StringComparer.Ordinal);
        List<IParameterSymbol> given = _method.Parameters.Where(parameter => named.Contains(parameter.Name)).ToList();
        var examples = new List<PromptExampleModel>();
        foreach (AttributeData attribute in _method.GetAttributes().Where(static attribute => attribute.AttributeClass?.IsNamed(AttributeNames.Example) == true))
        {
            if (attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array } values]
                && ParseExample(attribute, values.IsNull ? ImmutableArray<TypedConstant>.Empty : values.Values, given, parameters, answer) is { } example)
            {
                examples.Add(example);
            }
            else
            {
                _reporter.Refuse();
            }
        }

        if (examples.Exists(static example => example.Inputs.Any(static input => input.Type is not null)))
        {
            Types = _inputs.Types;
        }

        return examples;
    }

    private PromptExampleModel? ParseExample(
        AttributeData attribute,
        ImmutableArray<TypedConstant> values,
        List<IParameterSymbol> given,
        IReadOnlyList<PromptParameterModel> parameters,
        PromptReturnModel answer)
    {
        if (given.Find(static parameter => PromptTemplateParser.IsMedia(parameter.Type) && parameter.NullableAnnotation != NullableAnnotation.Annotated) is { } media)
        {
            _reporter.Report(DiagnosticDescriptors.ExampleIsUnfit, attribute, _method.Name, $"'{media.Name}' is an image, audio or video, which no attribute can hold; make it nullable, or write the example as [UserPrompt] and [AssistantPrompt]");
            return null;
        }

        // Media that may be missing are: an example can't have them.
        List<IParameterSymbol> taken = given.Where(static parameter => !PromptTemplateParser.IsMedia(parameter.Type)).ToList();
        if (!CheckCount(attribute, values, taken, parameters, answer))
        {
            return null;
        }

        var inputs = new List<ExampleInputModel>();
        bool fits = true;
        foreach (IParameterSymbol parameter in given)
        {
            // Each is judged, so that all mistakes are told at once.
            int index = taken.IndexOf(parameter);
            PromptParameterModel model = parameters.First(model => model.Name == parameter.Name);
            if (index < 0 || index >= values.Length - 1)
            {
                inputs.Add(new ExampleInputModel(parameter.Name, model.DefaultSyntax ?? "null", Json: null, Type: null));
            }
            else if (ParseInput(new ExamplePlace(attribute, index, parameter.Name), values[index], parameter, model.Constraints) is { } input)
            {
                inputs.Add(input);
            }
            else
            {
                fits = false;
            }
        }

        var place = new ExamplePlace(attribute, values.Length - 1, Answer);
        string? text = answer.IsStructured ? ParseAnswer(place, values[values.Length - 1], answer) : ParseText(place, values[values.Length - 1]);
        return fits && text is not null ? new PromptExampleModel(inputs.ToEquatableArray(), text, answer.IsStructured) : null;
    }

    /// <summary>One value for each parameter that the turn names, of which those with defaults may be left out from the end, and the answer.</summary>
    private bool CheckCount(
        AttributeData attribute,
        ImmutableArray<TypedConstant> values,
        List<IParameterSymbol> taken,
        IReadOnlyList<PromptParameterModel> parameters,
        PromptReturnModel answer)
    {
        int least = taken.FindLastIndex(static parameter => !parameter.HasExplicitDefaultValue && !parameter.IsParams) + 1;
        int count = values.Length - 1;
        if (count >= least && count <= taken.Count)
        {
            return true;
        }

        string wanted = taken.Count == 0 ? "the answer alone" : $"{string.Join(", ", taken.Select(static parameter => $"'{parameter.Name}'"))} and the answer";
        string problem = $"it takes {wanted}, but has {values.Length} value{(values.Length == 1 ? "" : "s")}";
        if (count > taken.Count)
        {
            _reporter.Report(DiagnosticDescriptors.ExampleIsUnfit, attribute, taken.Count + 1, stretch: null, ImmutableDictionary<string, string?>.Empty, _method.Name, problem);
        }
        else
        {
            // What is there are inputs from the first on; what is missing are the others that must be there, and the answer.
            IEnumerable<IParameterSymbol> missing = taken.Take(least).Skip(values.Length);
            _reporter.Report(DiagnosticDescriptors.ExampleIsUnfit, attribute, argument: -1, stretch: null, Fitting(values.Length, missing, parameters, answer), _method.Name, problem);
        }

        return false;
    }

    private ExampleInputModel? ParseInput(ExamplePlace place, TypedConstant value, IParameterSymbol parameter, EquatableArray<ConstraintModel> constraints)
    {
        _refusal = null;
        if (_inputs.Parse(parameter.Type) is not { } use)
        {
            Report(place, stretch: null, ImmutableDictionary<string, string?>.Empty, $"its type '{parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' can't be written in an attribute{(_refusal is null ? "" : ": " + _refusal.Reason)}");
            return null;
        }

        if (ReadFitting(place, value, _inputs, use, constraints, isList: false) is not { } json)
        {
            return null;
        }

        return ExampleValue.Syntax(value, json, _inputs.Model(use)) is { } syntax
            ? new ExampleInputModel(parameter.Name, syntax, Json: null, Type: null)
            : new ExampleInputModel(parameter.Name, Syntax: null, json, use);
    }

    private string? ParseText(ExamplePlace place, TypedConstant value)
    {
        if (value is { Kind: TypedConstantKind.Primitive, Value: string { Length: > 0 } text })
        {
            return text;
        }

        Report(place, stretch: null, At(place.Index).Add(Key(FittingExpression, 0), SomeText), "the answer is a text, so a string that is not empty");
        return null;
    }

    private string? ParseAnswer(ExamplePlace place, TypedConstant value, PromptReturnModel answer)
    {
        bool isList = answer.Mode == PromptReturnMode.ItemStream;
        TypeUse use = answer.IsWrapped ? answer.Type! : answer.Type! with { IsNullable = false };
        string? json = ReadFitting(place, value, _outputs, use, default, isList);
        return json is null || !answer.IsWrapped ? json : "{\"value\":" + json + "}";
    }

    /// <summary>A value as JSON; null if it doesn't fit, which the reporter hears of then.</summary>
    private string? ReadFitting(ExamplePlace place, TypedConstant value, TypeGraphParser types, TypeUse use, EquatableArray<ConstraintModel> constraints, bool isList)
    {
        var problems = new List<TextProblem>();
        bool isText = ExampleValue.IsJson(value, types.Model(use), isList);
        WrittenJson? written = isText ? JsonParser.Parse((string)value.Value!, out TextProblem? broken) : ExampleValue.ToJson(value, types.Model(use), isList, types, out broken);
        if (broken is not null)
        {
            problems.Add(broken);
        }

        string fitting;
        if (written is null)
        {
            fitting = Skeleton(types, use, constraints, isList);
        }
        else
        {
            var json = new JsonText();
            var fit = new JsonFit(types, problems.Add);
            if (isList)
            {
                fit.WriteList(written, use, json);
            }
            else
            {
                fit.Write(written, use, constraints, json);
            }

            fitting = json.ToString();
        }

        foreach (TextProblem problem in problems)
        {
            Report(place, isText && problem.Length > 0 ? problem : null, Fitting(place.Index, types.Model(use), isList, fitting), problem.Text);
        }

        return problems.Count == 0 ? fitting : null;
    }

    private void Report(ExamplePlace place, TextProblem? stretch, ImmutableDictionary<string, string?> properties, string problem) => _reporter.Report(
        DiagnosticDescriptors.ExampleIsUnfit,
        place.Attribute,
        place.Index,
        stretch,
        properties,
        _method.Name,
        place.Name == Answer ? $"in its answer, {problem}" : $"for '{place.Name}', {problem}");

    /// <summary>What to write for inputs that are missing, and for the answer behind them; nothing if one of the inputs can't be written.</summary>
    private ImmutableDictionary<string, string?> Fitting(int index, IEnumerable<IParameterSymbol> missing, IReadOnlyList<PromptParameterModel> parameters, PromptReturnModel answer)
    {
        ImmutableDictionary<string, string?> values = At(index);
        int offset = 0;
        foreach (IParameterSymbol parameter in missing)
        {
            if (_inputs.Parse(parameter.Type) is not { } input)
            {
                return ImmutableDictionary<string, string?>.Empty;
            }

            string json = Skeleton(_inputs, input, parameters.First(model => model.Name == parameter.Name).Constraints, isList: false);
            values = Add(values, offset, _inputs.Model(input), isList: false, json);
            offset++;
        }

        bool isList = answer.Mode == PromptReturnMode.ItemStream;
        return answer.Type is { } use
            ? Add(values, offset, _outputs.Model(use), isList, Skeleton(_outputs, use, default, isList))
            : values.Add(Key(FittingExpression, offset), SomeText);
    }

    private static ImmutableDictionary<string, string?> Fitting(int index, TypeModel type, bool isList, string json) => Add(At(index), offset: 0, type, isList, json);

    private static ImmutableDictionary<string, string?> Add(ImmutableDictionary<string, string?> values, int offset, TypeModel type, bool isList, string json) =>
        !isList && ExampleValue.Expression(json, type) is { } expression
            ? values.Add(Key(FittingExpression, offset), expression)
            : values.Add(Key(FittingJson, offset), json);

    private static ImmutableDictionary<string, string?> At(int index) => ImmutableDictionary<string, string?>.Empty.Add(Position, index.ToString(CultureInfo.InvariantCulture));

    private static string Skeleton(TypeGraphParser types, TypeUse use, EquatableArray<ConstraintModel> constraints, bool isList)
    {
        string json = new JsonSkeleton(types).Of(use, constraints);
        return isList ? "[" + json + "]" : json;
    }

    /// <param name="Attribute">The example.</param>
    /// <param name="Index">Which of its values.</param>
    /// <param name="Name">What the value is for.</param>
    private sealed record ExamplePlace(AttributeData Attribute, int Index, string Name);
}
