using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>All that the generated code of one prompt interface, or of one class with prompt methods, depends on.</summary>
internal sealed record PromptModel
{
    public required HolderModel Holder { get; init; }

    /// <summary>Whether the holder is an interface that is implemented; else its methods are static, partial and given their bodies.</summary>
    public required bool IsInterface { get; init; }

    /// <summary>The prompt methods, those of base interfaces included.</summary>
    public required EquatableArray<PromptMethodModel> Methods { get; init; }

    /// <summary>Members that can't be prompts; they are implemented only so far that the user's code compiles.</summary>
    public required EquatableArray<ForeignMemberModel> ForeignMembers { get; init; }

    /// <summary>The instance tool types that the methods name, each once.</summary>
    public required EquatableArray<ToolTypeModel> InstanceTools { get; init; }

    /// <summary>Whether all instance tool types can be named wherever the interface can; if not, the generated members are internal.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The types that answers reach.</summary>
    public required EquatableArray<TypeModel> OutputTypes { get; init; }

    /// <summary>The types that are inserted as JSON reach.</summary>
    public required EquatableArray<TypeModel> InputTypes { get; init; }

    /// <summary>The ids of warnings that uses of its methods and their types would give.</summary>
    public IEnumerable<string> WarningIds =>
        Methods.SelectMany(static method => method.WarningIds).Concat(OutputTypes.Concat(InputTypes).SelectMany(static type => type.WarningIds));

    /// <summary>Whether generated code can't implement the interface, because it can't repeat what one of the members names.</summary>
    public bool IsUnwritable => Methods.Any(static method => method.IsUnwritable) || ForeignMembers.Any(static member => member.IsUnwritable);

    /// <summary>Whether the interface can stand between angle brackets.</summary>
    public bool IsTypeArgument => IsInterface && !ForeignMembers.Any(static member => member.IsStatic);
}

/// <summary>One prompt method.</summary>
internal sealed record PromptMethodModel : IEquatable<PromptMethodModel>
{
    /// <summary>The type that declares the method, as generated code writes it.</summary>
    public required string DeclaringSyntax { get; init; }

    public required string Name { get; init; }

    /// <summary>The ids of warnings that uses of the method and its types would give.</summary>
    public EquatableArray<string> WarningIds { get; init; }

    /// <summary>The type parameters of a method that is refused for having them; empty for all others.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>The constraints of <see cref="TypeParameters"/> as far as the implementation, or a partial method's other part, has to repeat them.</summary>
    public string TypeConstraints { get; init; } = "";

    /// <summary>The modifiers of a partial method's other part, <c>partial</c> included; empty for a method of an interface.</summary>
    public string Modifiers { get; init; } = "";

    /// <summary>The access of the method's request builder: <c>public</c>, <c>internal</c>, or null if only the type itself may use it.</summary>
    public string? Access { get; init; }

    /// <summary>The doc comment of a partial method, as lines of XML; empty for all others. What stands on the other part wins over it.</summary>
    public EquatableArray<string> Documentation { get; init; }

    /// <summary>Tells overloads apart: empty for the first method of its name.</summary>
    public required string OverloadSuffix { get; init; }

    /// <summary>What the method's request builder is called: as the method, unless another builder is called and called upon the same.</summary>
    public required string RequestName { get; init; }

    /// <summary>
    /// Whether the method is refused and its signature names a type that the compiler doesn't know. It says so where the user wrote it,
    /// and would say so again wherever generated code repeats it.
    /// </summary>
    public bool IsUnwritable { get; init; }

    /// <summary>The return type as generated code writes it.</summary>
    public required string ReturnSyntax { get; init; }

    public required EquatableArray<PromptParameterModel> Parameters { get; init; }

    /// <summary>Whether a parameter is a pointer. Such a method is refused, but has to be implemented all the same.</summary>
    public bool TakesPointer => Parameters.Any(static parameter => parameter.Syntax.Contains("*"));

    /// <summary>Whether the method can't be a prompt; the analyzers say why, and the generated method throws.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The messages in order; the last is the turn that is asked.</summary>
    public required EquatableArray<PromptMessageModel> Messages { get; init; }

    /// <summary>What stands before the last message: turns like it, with their answers.</summary>
    public EquatableArray<PromptExampleModel> Examples { get; init; }

    public required PromptOptionsModel Options { get; init; }

    /// <summary>The tool types that are offered.</summary>
    public required EquatableArray<ToolTypeModel> Tools { get; init; }

    public required PromptReturnModel Return { get; init; }

    public PromptParameterModel? Client => Find(PromptParameterRole.Client);

    public PromptParameterModel? Transcript => Find(PromptParameterRole.Transcript);

    public PromptParameterModel? CallOptions => Find(PromptParameterRole.CallOptions);

    public PromptParameterModel? CancellationToken => Find(PromptParameterRole.CancellationToken);

    private PromptParameterModel? Find(PromptParameterRole role) => Parameters.FirstOrDefault(parameter => parameter.Role == role);
}

/// <param name="Name">The C# name without a keyword's <c>@</c>.</param>
/// <param name="Syntax">The type as generated code writes it.</param>
/// <param name="DefaultSyntax">The default value as generated code writes it; null if there is none.</param>
/// <param name="Role">What the parameter is for.</param>
internal sealed record PromptParameterModel(string Name, string Syntax, string? DefaultSyntax, PromptParameterRole Role)
{
    /// <summary>What the value must keep beyond its type; callers that break it get an exception.</summary>
    public EquatableArray<ConstraintModel> Constraints { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>Whether it is what an extension method extends.</summary>
    public bool IsThis { get; init; }

    public bool IsParams { get; init; }

    /// <summary>Whether there is always a value.</summary>
    public bool IsValueType { get; init; }
}

internal enum PromptParameterRole
{
    /// <summary>A value for the templates.</summary>
    Value,

    /// <summary>What sends the request, in the form of a single method; an interface's prompts are created over one.</summary>
    Client,
    CancellationToken,
    Transcript,

    /// <summary>Options of this call.</summary>
    CallOptions,

    /// <summary>A <c>MimoToolSet</c>: tools for this call.</summary>
    ToolSet,

    /// <summary>Something with a <c>Tools</c> property: tools for this call.</summary>
    ToolSource,
}

/// <param name="Role">The factory method of <c>MimoMessage</c>: <c>System</c>, <c>User</c>, <c>Assistant</c>.</param>
/// <param name="Segments">The template's text and placeholders in order.</param>
internal sealed record PromptMessageModel(string Role, EquatableArray<TemplateSegment> Segments)
{
    /// <summary>Whether the message is the same for every call.</summary>
    public bool IsStatic => Segments.All(static segment => segment.Text is not null);
}

/// <summary>A stretch of a template.</summary>
internal sealed record TemplateSegment : IEquatable<TemplateSegment>
{
    /// <summary>Text that stands as it is; null for a placeholder.</summary>
    public string? Text { get; init; }

    /// <summary>A placeholder as its author wrote it, without its braces.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>The value as generated code reaches it.</summary>
    public string Expression { get; init; } = "";

    /// <summary>The C# name of the parameter that the value comes from.</summary>
    public string Parameter => Expression.Substring(0, (Expression + ".").IndexOfAny(['.', '?'])).TrimStart('@');

    public PlaceholderForm Form { get; init; }

    /// <summary>The .NET format string where <see cref="Form"/> is <see cref="PlaceholderForm.Formatted"/>.</summary>
    public string Format { get; init; } = "";

    /// <summary>The value's type where <see cref="Form"/> is <see cref="PlaceholderForm.Json"/>.</summary>
    public TypeUse? Type { get; init; }

    /// <summary>What the value is a sequence of, where <see cref="Form"/> is <see cref="PlaceholderForm.List"/> and the compiler has to be told; else null.</summary>
    public string? ItemSyntax { get; init; }

    /// <summary>Whether the value is fenced and announced as data.</summary>
    public bool IsUntrusted { get; init; }
}

/// <summary>How a placeholder's value becomes text.</summary>
internal enum PlaceholderForm
{
    Plain,

    /// <summary>With a .NET format string.</summary>
    Formatted,
    Json,

    /// <summary>One bulleted line an item.</summary>
    List,

    /// <summary>In a fenced block that its text can't close.</summary>
    Fence,

    /// <summary>An image, audio or video, or several: parts of the message instead of text.</summary>
    Media,
}

/// <summary>The options of one method as generated code writes them; null for what is not set.</summary>
internal sealed record PromptOptionsModel
{
    public string? Model { get; init; }

    public string? Temperature { get; init; }

    public string? TopP { get; init; }

    public string? MaxCompletionTokens { get; init; }

    public string? FrequencyPenalty { get; init; }

    public string? PresencePenalty { get; init; }

    public string? Stop { get; init; }

    public string? Thinking { get; init; }

    public string? MaxToolRounds { get; init; }

    public string? RepairAttempts { get; init; }
}

/// <param name="Syntax">The type as generated code writes it.</param>
/// <param name="IsStatic">Whether its <c>Tools</c> property is static.</param>
/// <param name="IsPublic">Whether other projects can name the type.</param>
/// <param name="IsValueType">Whether there is always a value.</param>
internal sealed record ToolTypeModel(string Syntax, bool IsStatic, bool IsPublic, bool IsValueType);

/// <summary>What a prompt method gives back.</summary>
internal sealed record PromptReturnModel
{
    public required PromptReturnMode Mode { get; init; }

    public bool IsValueTask { get; init; }

    /// <summary>The answer's type, where it is structured; an item's where the answer is a streamed list.</summary>
    public TypeUse? Type { get; init; }

    /// <summary>The draft's type as generated code writes it, where drafts of the answer are streamed.</summary>
    public string? DraftSyntax { get; init; }

    /// <summary>Whether the answer stands in an object's member <c>value</c>, since the root of MiMo's JSON mode is an object.</summary>
    public bool IsWrapped { get; init; }

    public bool IsStructured => Type is not null;
}

internal enum PromptReturnMode
{
    Request,
    Nothing,
    Text,
    TextResult,
    Value,
    ValueResult,
    TextStream,
    UpdateStream,

    /// <summary>The items of a list, each as soon as it is complete.</summary>
    ItemStream,

    /// <summary>Snapshots of an answer that is still being written.</summary>
    DraftStream,
}

/// <summary>A property or event of a prompt interface.</summary>
/// <param name="Syntax">Its type and name, and its accessors with bodies that throw, as generated code writes them.</param>
/// <param name="IsUnwritable">Whether generated code can't implement it.</param>
/// <param name="IsStatic">Whether it is static, which keeps the interface from being a type argument.</param>
internal sealed record ForeignMemberModel(string Syntax, bool IsUnwritable, bool IsStatic = false);
