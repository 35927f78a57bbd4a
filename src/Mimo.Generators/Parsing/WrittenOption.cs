using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>One option of prompts, and where it is written: in an attribute or at the head of a template file.</summary>
internal sealed class WrittenOption
{
    private readonly AttributeData? _attribute;
    private readonly PromptFile? _file;
    private readonly TextSpan _span;
    private readonly TextSpan _valueSpan;

    private WrittenOption(AttributeData attribute, string name, object? value)
    {
        _attribute = attribute;
        Name = name;
        WrittenName = name;
        Value = value;
    }

    /// <param name="file">The file.</param>
    /// <param name="name">The option's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="span">The name as it is written.</param>
    /// <param name="valueSpan">The value as it is written.</param>
    public WrittenOption(PromptFile file, string name, object value, TextSpan span, TextSpan valueSpan)
    {
        _file = file;
        _span = TextSpan.FromBounds(span.Start, valueSpan.End);
        _valueSpan = valueSpan;
        Name = name;
        WrittenName = file.Text.ToString(span);
        Value = value;
    }

    /// <summary>The name of the property of <c>[MimoPrompt]</c>.</summary>
    public string Name { get; }

    /// <summary>The name as its author wrote it.</summary>
    public string WrittenName { get; }

    /// <summary>A number, a text, an array of texts, or whether the model thinks where a file says so.</summary>
    public object? Value { get; }

    /// <summary>Whether it is written in C#.</summary>
    public bool IsCode => _file is null;

    /// <summary>Tells the places that options are written in apart; methods that share an option share it.</summary>
    public object Source => (object?)_file?.Path ?? _attribute!;

    /// <summary>The options of an attribute.</summary>
    public static IEnumerable<WrittenOption> Of(AttributeData? attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
        {
            TypedConstant constant = argument.Value;
            object? value = constant.Kind != TypedConstantKind.Array ? constant.Value
                : constant.IsNull ? null
                : constant.Values.Select(static item => item.Value as string).ToArray();
            yield return new WrittenOption(attribute!, argument.Key, value);
        }
    }

    /// <summary>Where the option is written, with its name; null if nowhere in the project.</summary>
    public Location? FindWhole(CancellationToken cancellationToken) => _file?.LocationOf(_span) ?? Argument(cancellationToken)?.GetLocation();

    /// <summary>Where its value is written; null if nowhere in the project.</summary>
    public Location? FindValue(CancellationToken cancellationToken) => _file?.LocationOf(_valueSpan) ?? Argument(cancellationToken)?.Expression.GetLocation();

    private AttributeArgumentSyntax? Argument(CancellationToken cancellationToken) =>
        (_attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Name);
}
