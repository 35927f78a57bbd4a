using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads <c>[MimoPrompt]</c> interfaces.</summary>
internal static class PromptParser
{
    /// <summary>Reads an interface into a model. Methods that can't be prompts are in it too, marked as refused.</summary>
    /// <param name="type">An interface that has the attribute.</param>
    /// <param name="report">Hears what is wrong; null for the generator, which reports nothing.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    /// <returns>Null if nothing can be generated into the interface.</returns>
    public static PromptModel? Parse(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (type.FindAttribute(AttributeNames.MimoPrompt) is null || !CheckHolder(type, report, cancellationToken))
        {
            return null;
        }

        ISymbol current = type;
        void Refuse(TypeRefusal refusal) => report?.Invoke(Diagnostic.Create(refusal.Rule, current.Locations[0], current.Name, refusal.Type, refusal.Reason));
        var outputs = new TypeGraphParser(type.ContainingAssembly, report is null ? null : Refuse, cancellationToken);
        var inputs = new TypeGraphParser(type.ContainingAssembly, report is null ? null : Refuse, cancellationToken);
        var methods = new List<PromptMethodModel>();
        var foreign = new List<ForeignMemberModel>();
        foreach (ISymbol member in type.AllInterfaces.Where(static face => face.QualifiedName() != "Mimo.IMimoPrompt").Reverse().Append(type).SelectMany(static face => face.GetMembers()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            current = member;
            switch (member)
            {
                case IMethodSymbol { IsStatic: false, IsAbstract: true, MethodKind: MethodKind.Ordinary } method:
                    methods.Add(new PromptMethodParser(type, method, inputs, outputs, report, cancellationToken).Parse(IsOverload(methods, method)));
                    break;
                case IPropertySymbol or IEventSymbol when member is { IsStatic: false, IsAbstract: true }:
                    report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.PromptMemberIsInvalid, member.Locations[0], member.Name, "only methods can be prompts"));
                    foreign.Add(ForeignMember(member));
                    break;
            }
        }

        return new PromptModel
        {
            Holder = HolderParser.Parse(type),
            Methods = methods.ToEquatableArray(),
            ForeignMembers = foreign.ToEquatableArray(),
            InstanceTools = methods.SelectMany(static method => method.Tools).Where(static tools => !tools.IsStatic).Select(static tools => tools.Syntax).Distinct().ToEquatableArray(),
            IsOpen = methods.SelectMany(static method => method.Tools).All(static tools => tools.IsStatic || tools.IsPublic),
            OutputTypes = outputs.Types,
            InputTypes = inputs.Types,
        };
    }

    private static bool CheckHolder(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.IsGeneric, type.Locations[0], type.Name, $"'{current.Name}'"));
                return false;
            }
        }

        if (HolderParser.FindNotPartial(type, cancellationToken) is { } closed)
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.HolderIsNotPartial, closed.Locations[0], closed.Name, type.Name));
            return false;
        }

        return true;
    }

    private static bool IsOverload(List<PromptMethodModel> methods, IMethodSymbol method) => methods.Any(other => other.Name == method.Name);

    private static ForeignMemberModel ForeignMember(ISymbol member)
    {
        const string Throw = "throw new global::System.NotSupportedException(\"Only methods can be prompts.\")";
        string declaring = member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        switch (member)
        {
            case IPropertySymbol property:
                string name = property.IsIndexer
                    ? $"this[{string.Join(", ", property.Parameters.Select(static parameter => parameter.Type.ToSyntax() + " " + SymbolExtensions.Escape(parameter.Name)))}]"
                    : SymbolExtensions.Escape(property.Name);
                string setter = property.SetMethod is { } set ? $"{(set.IsInitOnly ? "init" : "set")} => {Throw}; " : "";
                return new ForeignMemberModel(declaring, $"{property.Type.ToSyntax()} {declaring}.{name} {{ {(property.GetMethod is null ? "" : $"get => {Throw}; ")}{setter}}}");
            default:
                return new ForeignMemberModel(declaring, $"event {((IEventSymbol)member).Type.ToSyntax()} {declaring}.{SymbolExtensions.Escape(member.Name)} {{ add => {Throw}; remove => {Throw}; }}");
        }
    }
}
