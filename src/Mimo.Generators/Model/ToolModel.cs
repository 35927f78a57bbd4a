using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>All that the generated code of one tool depends on.</summary>
internal sealed record ToolModel : IEquatable<ToolModel>
{
    public required HolderModel Holder { get; init; }

    /// <summary>The method's C# name without a keyword's <c>@</c>.</summary>
    public required string MethodName { get; init; }

    /// <summary>Tells overloads apart: empty for the first method of its name, else a hash of the parameter types.</summary>
    public required string OverloadSuffix { get; init; }

    /// <summary>The name on the wire.</summary>
    public required string ToolName { get; init; }

    public required string Description { get; init; }

    /// <summary>The member of <c>ToolEffect</c>.</summary>
    public required string Effect { get; init; }

    public required bool RequireApproval { get; init; }

    public required int TimeoutSeconds { get; init; }

    public required bool Strict { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>All parameters in the method's order.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required ReturnModel Return { get; init; }

    /// <summary>The types that arguments reach, each once, in the order they are met.</summary>
    public required EquatableArray<TypeModel> InputTypes { get; init; }

    /// <summary>The types that the result reaches, each once, in the order they are met.</summary>
    public required EquatableArray<TypeModel> OutputTypes { get; init; }

    /// <summary>The ids of warnings that uses of the method and its types would give.</summary>
    public EquatableArray<string> WarningIds { get; init; }

    /// <summary>The generated method's name.</summary>
    public string CallName => "Call" + MethodName + OverloadSuffix;
}

/// <summary>One parameter of a tool method.</summary>
internal sealed record ParameterModel : IEquatable<ParameterModel>
{
    public required ParameterRole Role { get; init; }

    /// <summary>The value in the arguments' JSON; null for ambient parameters.</summary>
    public PropertyModel? Property { get; init; }

    /// <summary>The service's or progress's type as generated code writes it; null for other roles.</summary>
    public string? AmbientSyntax { get; init; }

    /// <summary>Whether a service, or the provider of all, may be missing, so that null is passed then.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterRole
{
    /// <summary>The arguments' JSON: the model supplies it.</summary>
    Argument,
    CancellationToken,
    Context,
    ServiceProvider,
    Service,
    Progress,
}

/// <summary>What a method gives back.</summary>
internal sealed record ReturnModel
{
    public required ReturnKind Kind { get; init; }

    public required AwaitKind Await { get; init; }

    /// <summary>The value's type where <see cref="Kind"/> is <see cref="ReturnKind.Json"/>.</summary>
    public TypeUse? Type { get; init; }
}

internal enum ReturnKind
{
    Nothing,

    /// <summary>A string: sent as itself.</summary>
    Text,

    /// <summary>A finished <c>MimoToolResult</c>.</summary>
    ToolResult,
    Json,
}

internal enum AwaitKind
{
    None,
    Task,
    ValueTask,
}
