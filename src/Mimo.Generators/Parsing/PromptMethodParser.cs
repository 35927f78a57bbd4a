using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads one prompt method.</summary>
internal sealed class PromptMethodParser(
    INamedTypeSymbol prompt,
    IMethodSymbol method,
    PromptInputs inputs,
    TypeGraphParser outputs,
    PromptFiles files,
    ToolTypeParser toolTypes,
    Action<Diagnostic>? report,
    CancellationToken cancellationToken)
{
    private readonly PromptReporter _reporter = new(prompt, method, report, cancellationToken);

    /// <summary>The types that its examples are read into.</summary>
    public IEnumerable<TypeModel> ExampleTypes { get; private set; } = [];

    /// <summary>All that is set for it, the strongest first, where somebody hears of it. What another interface declares is that one's own.</summary>
    public IReadOnlyList<WrittenOption> Options { get; private set; } = [];

    /// <param name="isOverload">Whether another method of the same name has been read already.</param>
    public PromptMethodModel Parse(bool isOverload)
    {
        var tools = new PromptToolsParser(prompt, method, toolTypes, _reporter);
        List<PromptParameterModel> parameters = method.Parameters.Select(parameter => ParseParameter(parameter, tools)).ToList();
        CheckAmbient(parameters);
        if (method.IsGenericMethod)
        {
            _reporter.Report(DiagnosticDescriptors.IsGeneric, token => Places.TypeParameters(method, token), method.Name, "it");
        }

        bool isPartial = prompt.TypeKind != TypeKind.Interface;
        PromptReturnModel? result = PromptReturnParser.Parse(method, outputs, out string? problem, cancellationToken);
        bool isUnwritable = NamesUnknownType(result);
        if (isUnwritable)
        {
            // That is the compiler's to tell, and generated code that names the type would only tell it again.
            _reporter.Refuse();
        }

        if (isPartial && PartialPromptParser.FindFault(method, result?.Mode == PromptReturnMode.Request || parameters.Exists(static parameter => parameter.Role == PromptParameterRole.Client)) is { } fault)
        {
            _reporter.Report(DiagnosticDescriptors.PromptMemberIsInvalid, method.Name, fault);
        }

        AttributeData? methodOptions = method.FindAttribute(AttributeNames.MimoPrompt);
        AttributeData? promptOptions = prompt.FindAttribute(AttributeNames.MimoPrompt);
        AttributeData? declaringOptions = method.ContainingType.FindAttribute(AttributeNames.MimoPrompt);
        AttributeData?[] options = [methodOptions, promptOptions, declaringOptions];
        var templates = new PromptTemplateParser(method, inputs, _reporter, cancellationToken);
        var parser = new PromptMessagesParser(
            prompt,
            method,
            templates,
            new PromptFileParser(files, method, _reporter, cancellationToken),
            _reporter,
            cancellationToken);
        List<PromptMessageModel> messages = parser.Parse();
        if (report is not null)
        {
            Options = [.. WrittenOption.Of(methodOptions), .. parser.MethodOptions.Values, .. WrittenOption.Of(promptOptions), .. parser.PromptOptions.Values];
        }

        if (templates.Read is { } read && !_reporter.HasRefused)
        {
            new PromptAdvice(method, read, _reporter).Give();
        }

        List<ToolTypeModel> offered = tools.Parse(options);
        if (problem is not null)
        {
            _reporter.ReportReturn(DiagnosticDescriptors.PromptMemberIsInvalid, method.Name, problem);
        }

        if (!_reporter.HasRefused && messages.LastOrDefault()?.Role != "User")
        {
            _reporter.Report(DiagnosticDescriptors.PromptMemberIsInvalid, method.Name, "its last message must be the user's; add [UserPrompt(\"…\")] below the others");
        }

        List<PromptExampleModel> examples = ParseExamples(messages, parameters, result);
        return new PromptMethodModel
        {
            DeclaringSyntax = method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Name = method.Name,
            WarningIds = WarningIds.OfMethod(method),
            TypeParameters = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(static parameter => SymbolExtensions.Escape(parameter.Name)))}>" : "",
            TypeConstraints = isPartial ? PartialPromptParser.Constraints(method) : ImplementedConstraints(method),
            Modifiers = isPartial ? PartialPromptParser.Modifiers(method, cancellationToken) : "",
            Documentation = isPartial && report is null ? PartialPromptParser.Documentation(method, cancellationToken) : default,
            Access = method.DeclaredAccessibility switch
            {
                Accessibility.Public => "public",
                Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal",
                _ => null,
            },
            OverloadSuffix = isOverload ? "_" + StableHash.Of(string.Join(",", method.Parameters.Select(static parameter => parameter.Type.ToSyntax()))) : "",
            RequestName = method.Name,
            IsUnwritable = isUnwritable,
            ReturnSyntax = result?.DraftSyntax is { } draft ? $"global::System.Collections.Generic.IAsyncEnumerable<{draft}>" : SymbolExtensions.Modifier(method.RefKind) + method.ReturnType.ToSyntax(),
            Parameters = parameters.ToEquatableArray(),
            IsRefused = _reporter.HasRefused || result is null,
            Messages = messages.ToEquatableArray(),
            Examples = examples.ToEquatableArray(),
            Options = PromptOptionsParser.Merge([
                PromptOptionsParser.Read(methodOptions),
                PromptOptionsParser.Read(parser.MethodOptions),
                PromptOptionsParser.Read(promptOptions),
                PromptOptionsParser.Read(declaringOptions),
                PromptOptionsParser.Read(parser.PromptOptions),
            ]),
            Tools = offered.ToEquatableArray(),
            Return = result ?? new PromptReturnModel { Mode = PromptReturnMode.Nothing },
        };
    }

    /// <summary>A draft of this very run is unknown to the compiler too, but not to us.</summary>
    private bool NamesUnknownType(PromptReturnModel? result) =>
        (result?.DraftSyntax is null && method.ReturnType.IsUnknown()) || method.Parameters.Any(static parameter => parameter.Type.IsUnknown());

    /// <summary>
    /// What an implementation has to say of type parameters: of all that their constraints tell, only whether <c>T?</c> is a reference
    /// that may be null, a <c>Nullable</c>, or what depends on <c>T</c>. Without a word it would be the second.
    /// </summary>
    private static string ImplementedConstraints(IMethodSymbol method) => string.Concat(method.TypeParameters.Select(static parameter =>
        $" where {SymbolExtensions.Escape(parameter.Name)} : {(parameter.IsReferenceType ? "class" : parameter.IsValueType ? "struct" : "default")}"));

    private List<PromptExampleModel> ParseExamples(List<PromptMessageModel> messages, List<PromptParameterModel> parameters, PromptReturnModel? result)
    {
        if (result is null || _reporter.HasRefused || !ExampleParser.HasExamples(method))
        {
            return [];
        }

        var parser = new ExampleParser(prompt.ContainingAssembly, method, outputs, _reporter, cancellationToken);
        List<PromptExampleModel> examples = parser.Parse(messages[messages.Count - 1], parameters, result);
        ExampleTypes = parser.Types;
        return examples;
    }

    /// <summary>A call has one token, one transcript and so on; a second would be passed over in silence.</summary>
    private void CheckAmbient(List<PromptParameterModel> parameters)
    {
        for (int second = 1; second < parameters.Count; second++)
        {
            PromptParameterRole role = parameters[second].Role;
            if (role is PromptParameterRole.CancellationToken or PromptParameterRole.Transcript or PromptParameterRole.CallOptions or PromptParameterRole.Client
                && parameters.FindIndex(parameter => parameter.Role == role) < second)
            {
                _reporter.Report(DiagnosticDescriptors.AmbientIsTwice, method.Parameters[second], method.Parameters[second].Name, method.Name, method.Parameters[second].Type.Name);
            }
        }

        if (report is not null
            && !parameters.Any(static parameter => parameter.Role == PromptParameterRole.CancellationToken)
            && method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" })
        {
            _reporter.Report(DiagnosticDescriptors.CannotBeCancelled, method.Name, "the exchange with the model");
        }
    }

    private PromptParameterModel ParseParameter(IParameterSymbol parameter, PromptToolsParser tools)
    {
        if (parameter.RefKind != RefKind.None)
        {
            string use = RoleOf(parameter) == PromptParameterRole.Value ? "its value is only inserted into a text" : "generated code only hands it on";
            _reporter.Report(DiagnosticDescriptors.ParameterIsByReference, token => Places.Modifier(parameter, token), parameter.Name, use, ToolParameterParser.Modifier(parameter));
        }

        if (parameter.Type.IsRefLikeType || parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        {
            _reporter.Report(
                DiagnosticDescriptors.TypeCannotBeKept,
                token => Places.Type(parameter, part: null, token),
                parameter.Name,
                parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                "it would have to outlive the call; use a string, an array or a list");
        }
        else if (parameter.Type is IDynamicTypeSymbol)
        {
            _reporter.Report(
                DiagnosticDescriptors.TypeHasNoJsonForm, token => Places.Type(parameter, parameter.Type, token), method.Name, "dynamic", TypeGraphParser.DynamicProblem);
        }

        // One that only an attribute can say has no syntax, and nothing that has stands before it.
        string? defaultSyntax = parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not DateTime } ? DefaultSyntax(parameter) : null;

        // A refused method is implemented all the same, or the interface's user would see an error in generated code too.
        var model = new PromptParameterModel(parameter.Name, SymbolExtensions.Modifier(parameter) + parameter.Type.ToSyntax(), defaultSyntax, RoleOf(parameter))
        {
            IsThis = parameter.Ordinal == 0 && method.IsExtensionMethod,
            IsParams = parameter.IsParams,
            IsValueType = parameter.Type.IsValueType,
        };
        if (model.Role == PromptParameterRole.ToolSource)
        {
            tools.Check(parameter);
        }

        if (report is not null)
        {
            // Only a tool's values are read, and what is inside them is checked: a prompt's are handed in by the program as they are.
            bool isOfTool = method.HasAttribute(AttributeNames.MimoTool);
            foreach ((DiagnosticDescriptor rule, AttributeData attribute, object[] arguments) in ValueAdvice.FindIdle(parameter, parameter.Name, isRead: isOfTool, isOfTool))
            {
                _reporter.Report(rule, attribute, arguments);
            }
        }

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

        EquatableArray<ConstraintModel> constraints = ConstraintParser.Parse([parameter], graph.Model(type), out ConstraintProblem? problem);
        if (problem is not null)
        {
            _reporter.Report(DiagnosticDescriptors.ConstraintIsUnfit, token => Places.Attribute(problem.Attribute, parameter, token), parameter.Name, problem.Text);
        }
        else if (DefaultValueCheck.FindConflict(parameter, DefaultValueParser.Parse(parameter, graph.Model(type)), constraints) is { } conflict)
        {
            _reporter.Report(DiagnosticDescriptors.DefaultIsUnfit, token => Places.Default(parameter, token), parameter.Name, conflict);
        }

        return model with { Constraints = constraints, IsNullable = type.IsNullable };
    }

    /// <summary>What a parameter is for.</summary>
    public static PromptParameterRole RoleOf(IParameterSymbol parameter) => parameter.Type.QualifiedName() switch
    {
        "System.Threading.CancellationToken" => PromptParameterRole.CancellationToken,
        "Mimo.MimoTranscript" => PromptParameterRole.Transcript,
        "Mimo.MimoCallOptions" => PromptParameterRole.CallOptions,
        "Mimo.MimoToolSet" => PromptParameterRole.ToolSet,
        _ when parameter.ContainingSymbol is IMethodSymbol { ContainingType.TypeKind: not TypeKind.Interface } && PartialPromptParser.IsClient(parameter.Type) => PromptParameterRole.Client,
        _ => ToolTypeParser.IsToolSource(parameter.Type) ? PromptParameterRole.ToolSource : PromptParameterRole.Value,
    };

    private static string DefaultSyntax(IParameterSymbol parameter) => DefaultValueParser.Parse(parameter, type: null)!.Syntax;
}
