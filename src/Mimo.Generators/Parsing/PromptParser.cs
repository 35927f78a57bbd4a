using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads <c>[MimoPrompt]</c> interfaces, and classes with <c>[MimoPrompt]</c> methods.</summary>
internal static class PromptParser
{
    /// <summary>Reads a type into a model. Methods that can't be prompts are in it too, marked as refused.</summary>
    /// <param name="type">An interface that has the attribute, or a class or struct whose methods have it.</param>
    /// <param name="files">The project's additional files, among which are the templates that are files.</param>
    /// <param name="report">Hears what is wrong; null for the generator, which reports nothing.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    /// <returns>Null if nothing can be generated into the type.</returns>
    public static PromptModel? Parse(INamedTypeSymbol type, PromptFiles files, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        bool isInterface = type.TypeKind == TypeKind.Interface;
        if ((isInterface && type.FindAttribute(AttributeNames.MimoPrompt) is null) || !CheckHolder(type, cancellationToken))
        {
            return null;
        }

        ISymbol current = type;
        report = report is null ? null : EachOnce(report);
        void Refuse(TypeRefusal refusal, Location place) => ReporterFor(current, type, report)?.Invoke(refusal.At(place, current.Name));
        void RefuseOutput(TypeRefusal refusal) => Refuse(
            refusal,
            current is IMethodSymbol method && IsNear(method, type) ? Places.ReturnType(method, refusal.Type, cancellationToken) : LocationOf(current, type));
        void RefuseInput(TypeRefusal refusal, Location? place) => Refuse(refusal, (IsNear(current, type) ? place : null) ?? LocationOf(current, type));
        var outputs = new TypeGraphParser(type.ContainingAssembly, report is null ? null : RefuseOutput, cancellationToken, advise: report);
        var inputs = new PromptInputs(type.ContainingAssembly, report is null ? null : RefuseInput, cancellationToken);
        var methods = new List<PromptMethodModel>();
        var symbols = new List<IMethodSymbol>();
        var exampleTypes = new List<TypeModel>();
        var own = new List<(IMethodSymbol Symbol, PromptMethodModel Model, IReadOnlyList<WrittenOption> Options)>();
        var foreign = new List<ForeignMemberModel>();
        var toolTypes = new ToolTypeParser(type.ContainingAssembly, cancellationToken);
        IEnumerable<ISymbol> members = isInterface
            ? type.AllInterfaces.Where(static face => !face.IsNamed("Mimo.IMimoPrompt")).Reverse().Append(type).SelectMany(static face => face.GetMembers()).Where(member => !IsImplemented(member, type))
            : type.GetMembers().Where(PartialPromptParser.IsPrompt);
        foreach (ISymbol member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            current = member;
            switch (member)
            {
                case IMethodSymbol method when !isInterface && PartialPromptParser.FindObstacle(method) is { } closed:
                    report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.PromptMemberIsInvalid, LocationOf(method, type), method.Name, closed));
                    break;
                case IMethodSymbol method when !isInterface || method is { IsStatic: false, IsAbstract: true, MethodKind: MethodKind.Ordinary }:
                    var parser = new PromptMethodParser(type, method, inputs, outputs, files, toolTypes, ReporterFor(method, type, report), cancellationToken);
                    methods.Add(parser.Parse(IsOverload(methods, method)));
                    symbols.Add(method);
                    exampleTypes.AddRange(parser.ExampleTypes);
                    if (SymbolEqualityComparer.Default.Equals(method.ContainingType, type))
                    {
                        own.Add((method, methods[methods.Count - 1], parser.Options));
                    }

                    break;
                case IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } or IPropertySymbol or IEventSymbol when isInterface && FindImplemented(member) is not null:
                    ReporterFor(member, type, report)?.Invoke(Diagnostic.Create(DiagnosticDescriptors.PromptMemberIsInvalid, LocationOf(member, type), member.Name, "it takes away the body of a base's member, and nothing is generated for it"));
                    foreign.Add(new ForeignMemberModel("", IsUnwritable: true));
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion } or IPropertySymbol or IEventSymbol
                    when isInterface && member is { IsStatic: true, IsAbstract: true }:
                    ReporterFor(member, type, report)?.Invoke(Diagnostic.Create(DiagnosticDescriptors.PromptMemberIsInvalid, LocationOf(member, type), member.Name, "it is static and abstract, and nothing could implement it"));
                    foreign.Add(new ForeignMemberModel("", IsUnwritable: true, IsStatic: true));
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when report is not null && PromptMessagesParser.HasTemplates(method):
                    string obstacle = method.IsStatic ? "it is static, so nothing is generated for it" : "it has a body, so nothing is generated for it";
                    ReporterFor(method, type, report)?.Invoke(Diagnostic.Create(DiagnosticDescriptors.PromptMemberIsInvalid, LocationOf(method, type), method.Name, $"{obstacle}; remove that, or its templates"));
                    break;
                case IPropertySymbol or IEventSymbol when member is { IsStatic: false, IsAbstract: true }:
                    ReporterFor(member, type, report)?.Invoke(Diagnostic.Create(DiagnosticDescriptors.PromptMemberIsInvalid, LocationOf(member, type), member.Name, "only methods can be prompts"));
                    foreign.Add(ForeignMember(member));
                    break;
            }
        }

        methods = RequestNames.Assign(methods, symbols).ToList();
        if (report is not null)
        {
            new PromptOptionAdvice(type, report, cancellationToken).Give(own, outputs);
        }

        EquatableArray<ToolTypeModel> instanceTools = methods.SelectMany(static method => method.Tools).Where(static tools => !tools.IsStatic).Distinct().ToEquatableArray();
        ISymbol? clash = isInterface ? GeneratedNames.FindClashWithPrompt(type, instanceTools.Count) : GeneratedNames.FindClashWithPartialPrompts(type);
        if (clash is not null)
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.NameIsGenerated, clash.Locations[0], clash.Name, type.Name, "prompts"));
        }
        else if (report is not null)
        {
            GenerationCheck.Report(type, methods, symbols, report);
        }

        // Without their other parts partial methods are errors of their own; an interface's are not.
        if (isInterface ? clash is not null : methods.Count == 0)
        {
            return null;
        }

        return new PromptModel
        {
            Holder = HolderParser.Parse(type),
            IsInterface = isInterface,
            Methods = methods.Select(method => clash is null ? method : method with { IsRefused = true }).ToEquatableArray(),
            ForeignMembers = foreign.ToEquatableArray(),
            InstanceTools = instanceTools,
            IsOpen = methods.SelectMany(static method => method.Tools).All(static tools => tools.IsStatic || tools.IsPublic),
            OutputTypes = exampleTypes.Count == 0 ? outputs.Types : outputs.Types.Concat(exampleTypes).GroupBy(static type => type.Key).Select(static same => same.First()).ToEquatableArray(),
            InputTypes = inputs.Types,
        };
    }

    /// <summary>
    /// What is wrong with a system prompt of the interface is met once for each method. A placeholder is another matter: it may be
    /// right for one method and wrong for the next.
    /// </summary>
    private static Action<Diagnostic> EachOnce(Action<Diagnostic> report)
    {
        var told = new HashSet<(string, Location)>();
        return diagnostic =>
        {
            if (diagnostic.Id == DiagnosticDescriptors.PlaceholderIsUnknown.Id || told.Add((diagnostic.Id, diagnostic.Location)))
            {
                report(diagnostic);
            }
        };
    }

    /// <summary>Where to report on a member: an inherited one may be declared in another project, where nothing may be reported.</summary>
    public static Location LocationOf(ISymbol member, INamedTypeSymbol type) =>
        IsNear(member, type) ? member.Locations[0] : type.Locations[0];

    private static bool IsNear(ISymbol member, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly);

    /// <summary>A base that is a prompt interface itself hears of its own members' problems; its heirs need not repeat them.</summary>
    private static Action<Diagnostic>? ReporterFor(ISymbol member, INamedTypeSymbol type, Action<Diagnostic>? report) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type) || member.ContainingType?.HasAttribute(AttributeNames.MimoPrompt) != true ? report : null;

    private static bool CheckHolder(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // A generic or closed type is reported for itself, together with those around it.
        return !type.IsGenericType && HolderParser.IsOpen(type, cancellationToken);
    }

    /// <summary>Whether a base's member has a body in the interface or on the way to it. That body is no member of its own, unless it was taken away again.</summary>
    private static bool IsImplemented(ISymbol member, INamedTypeSymbol type)
    {
        if (FindImplemented(member) is { } original)
        {
            return !member.IsAbstract || type.FindImplementationForInterfaceMember(original) is { IsAbstract: false };
        }

        return !SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
            && type.FindImplementationForInterfaceMember(member) is { IsAbstract: false } body
            && !SymbolEqualityComparer.Default.Equals(body, member);
    }

    /// <summary>The base's member that one implements in its name; null for most.</summary>
    private static ISymbol? FindImplemented(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations.FirstOrDefault(),
        IPropertySymbol property => property.ExplicitInterfaceImplementations.FirstOrDefault(),
        IEventSymbol @event => @event.ExplicitInterfaceImplementations.FirstOrDefault(),
        _ => null,
    };

    private static bool IsOverload(List<PromptMethodModel> methods, IMethodSymbol method) => methods.Any(other => other.Name == method.Name);

    private static ForeignMemberModel ForeignMember(ISymbol member) => new(Implementation(member), IsUnwritable: member switch
    {
        IPropertySymbol property => property.Type.IsUnknown() || property.Parameters.Any(static parameter => parameter.Type.IsUnknown()),
        _ => ((IEventSymbol)member).Type.IsUnknown(),
    });

    private static string Implementation(ISymbol member)
    {
        const string Throw = "throw new global::System.NotSupportedException(\"Only methods can be prompts.\")";
        string declaring = member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        switch (member)
        {
            case IPropertySymbol property:
                string name = property.IsIndexer
                    ? $"this[{string.Join(", ", property.Parameters.Select(static parameter => SymbolExtensions.Modifier(parameter) + parameter.Type.ToSyntax() + " " + SymbolExtensions.Escape(parameter.Name)))}]"
                    : SymbolExtensions.Escape(property.Name);
                string setter = property.SetMethod is { } set ? $"{(set.IsInitOnly ? "init" : "set")} => {Throw}; " : "";
                return $"{SymbolExtensions.Modifier(property.RefKind)}{property.Type.ToSyntax()} {declaring}.{name} {{ {(property.GetMethod is null ? "" : $"get => {Throw}; ")}{setter}}}";
            default:
                return $"event {((IEventSymbol)member).Type.ToSyntax()} {declaring}.{SymbolExtensions.Escape(member.Name)} {{ add => {Throw}; remove => {Throw}; }}";
        }
    }
}
