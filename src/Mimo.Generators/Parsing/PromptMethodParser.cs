using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads one method of a prompt interface.</summary>
internal sealed class PromptMethodParser(
    INamedTypeSymbol prompt,
    IMethodSymbol method,
    TypeGraphParser inputs,
    TypeGraphParser outputs,
    PromptFiles files,
    Action<Diagnostic>? report,
    CancellationToken cancellationToken)
{
    private readonly PromptReporter _reporter = new(prompt, method, report, cancellationToken);

    /// <param name="isOverload">Whether another method of the same name has been read already.</param>
    public PromptMethodModel Parse(bool isOverload)
    {
        List<PromptParameterModel> parameters = method.Parameters.Select(ParseParameter).ToList();
        if (method.IsGenericMethod)
        {
            _reporter.Report(DiagnosticDescriptors.IsGeneric, method.Name, "it");
        }

        AttributeData? methodOptions = method.FindAttribute(AttributeNames.MimoPrompt);
        AttributeData? promptOptions = prompt.FindAttribute(AttributeNames.MimoPrompt);
        AttributeData? declaringOptions = method.ContainingType.FindAttribute(AttributeNames.MimoPrompt);
        AttributeData?[] options = [methodOptions, promptOptions, declaringOptions];
        var templates = new PromptTemplateParser(method, inputs, _reporter);
        var parser = new PromptMessagesParser(
            prompt,
            method,
            templates,
            new PromptFileParser(files, method, _reporter, cancellationToken),
            _reporter,
            cancellationToken);
        List<PromptMessageModel> messages = parser.Parse();
        if (templates.Read is { } read && !_reporter.HasRefused)
        {
            new PromptAdvice(method, read, _reporter).Give();
        }

        PromptReturnModel? result = PromptReturnParser.Parse(method, outputs, out string? problem, cancellationToken);
        if (problem is not null)
        {
            _reporter.ReportReturn(DiagnosticDescriptors.PromptMemberIsInvalid, method.Name, problem);
        }

        if (!_reporter.HasRefused && messages.LastOrDefault()?.Role != "User")
        {
            _reporter.Report(DiagnosticDescriptors.PromptMemberIsInvalid, method.Name, "its last message must be the user's; add [UserPrompt(\"…\")] below the others");
        }

        return new PromptMethodModel
        {
            DeclaringSyntax = method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Name = method.Name,
            OverloadSuffix = isOverload ? "_" + StableHash.Of(string.Join(",", method.Parameters.Select(static parameter => parameter.Type.ToSyntax()))) : "",
            ReturnSyntax = result?.DraftSyntax is { } draft ? $"global::System.Collections.Generic.IAsyncEnumerable<{draft}>" : method.ReturnType.ToSyntax(),
            Parameters = parameters.ToEquatableArray(),
            IsRefused = _reporter.HasRefused || result is null,
            Messages = messages.ToEquatableArray(),
            Options = PromptOptionsParser.Merge([
                PromptOptionsParser.Read(methodOptions),
                parser.MethodOptions,
                PromptOptionsParser.Read(promptOptions),
                PromptOptionsParser.Read(declaringOptions),
                parser.PromptOptions,
            ]),
            Tools = ParseTools(options).ToEquatableArray(),
            Return = result ?? new PromptReturnModel { Mode = PromptReturnMode.Nothing },
        };
    }

    private PromptParameterModel ParseParameter(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
        {
            _reporter.Report(DiagnosticDescriptors.ParameterIsByReference, parameter, parameter.Name, parameter.RefKind.ToString().ToLowerInvariant());
        }

        string? defaultSyntax = parameter.HasExplicitDefaultValue ? DefaultSyntax(parameter) : null;
        var model = new PromptParameterModel(parameter.Name, parameter.Type.ToSyntax(), defaultSyntax, RoleOf(parameter.Type));
        return model.Role == PromptParameterRole.Value && ConstraintParser.HasAny(parameter) ? WithConstraints(model, parameter) : model;
    }

    /// <summary>A graph of its own: the type is only looked at, and nothing of it is written or read.</summary>
    private PromptParameterModel WithConstraints(PromptParameterModel model, IParameterSymbol parameter)
    {
        var graph = new TypeGraphParser(method.ContainingAssembly, refuse: null, cancellationToken);
        if (graph.Parse(parameter.Type) is not { } type)
        {
            return model;
        }

        EquatableArray<ConstraintModel> constraints = ConstraintParser.Parse([parameter], graph.Model(type), out string? problem);
        if (problem is not null)
        {
            _reporter.Report(DiagnosticDescriptors.ConstraintIsUnfit, parameter, parameter.Name, problem);
        }

        return model with { Constraints = constraints, ConstrainedType = constraints.Count == 0 ? null : graph.Model(type), IsNullable = type.IsNullable };
    }

    /// <summary>What a parameter of a type is for.</summary>
    public static PromptParameterRole RoleOf(ITypeSymbol type) => type.QualifiedName() switch
    {
        "System.Threading.CancellationToken" => PromptParameterRole.CancellationToken,
        "Mimo.MimoTranscript" => PromptParameterRole.Transcript,
        "Mimo.MimoCallOptions" => PromptParameterRole.CallOptions,
        "Mimo.MimoToolSet" => PromptParameterRole.ToolSet,
        _ => ToolTypeParser.IsToolSource(type) ? PromptParameterRole.ToolSource : PromptParameterRole.Value,
    };

    private static string DefaultSyntax(IParameterSymbol parameter)
    {
        ITypeSymbol type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        return type.TypeKind == TypeKind.Enum && parameter.ExplicitDefaultValue is { } value
            ? $"({type.ToSyntax()})({Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)})"
            : DefaultValueParser.Parse(parameter, type: null)!.Syntax;
    }

    private List<ToolTypeModel> ParseTools(IEnumerable<AttributeData?> options)
    {
        var tools = new List<ToolTypeModel>();
        foreach (AttributeData? attribute in options)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
            {
                if (argument is not { Key: "Tools", Value: { Kind: TypedConstantKind.Array, IsNull: false } })
                {
                    continue;
                }

                foreach (TypedConstant item in argument.Value.Values)
                {
                    if (item.Value is ITypeSymbol type && ToolTypeParser.Parse(type) is { } model)
                    {
                        tools.Add(model);
                    }
                    else
                    {
                        _reporter.Report(DiagnosticDescriptors.PromptMemberIsInvalid, attribute!, method.Name, $"'{(item.Value as ITypeSymbol)?.Name ?? "null"}' has no [MimoTool] method and no Tools property");
                    }
                }

                return tools;
            }
        }

        return tools;
    }
}
