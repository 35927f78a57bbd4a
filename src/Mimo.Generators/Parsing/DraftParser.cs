using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads <c>[MimoOutput]</c> types, and recognises their drafts where they are used.</summary>
internal static class DraftParser
{
    /// <summary>The name of the nested type that is generated.</summary>
    public const string DraftName = "Draft";

    /// <summary>Names that the generated record can't give its members, or that its own take.</summary>
    private static readonly string[] TakenNames = [DraftName, "Clone", "EqualityContract", "PrintMembers"];

    /// <summary>Members of the draft's base, which the type's own hide.</summary>
    private static readonly string[] BaseNames = ["Value", "IsFinished"];

    /// <summary>Reads a type into a model.</summary>
    /// <param name="type">A type that has the attribute.</param>
    /// <param name="report">Hears what is wrong; null for the generator, which reports nothing.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    /// <returns>Null if the type can't have drafts.</returns>
    public static DraftModel? Parse(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (FindObstacle(type) is { } obstacle)
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.TypeHasNoDraft, type.Locations[0], type.Name, obstacle));
            return null;
        }

        // Where the marker may stand the compiler says, and on a type that is closed HolderParser.
        if (type.TypeKind != TypeKind.Class || !HolderParser.IsOpen(type, cancellationToken))
        {
            return null;
        }

        void Refuse(TypeRefusal refusal) => report?.Invoke(refusal.At(type.Locations[0], type.Name));
        var graph = new TypeGraphParser(type.ContainingAssembly, report is null ? null : Refuse, cancellationToken);
        if (graph.Parse(type, isArgument: true) is not { } use)
        {
            return null;
        }

        if (graph.Model(use) is not ObjectModel model)
        {
            report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.TypeHasNoDraft, type.Locations[0], type.Name, "its JSON is not that of one object with members of its own"));
            return null;
        }

        List<DataMember> data = DataMember.Find(type, type.ContainingAssembly);
        return new DraftModel
        {
            Holder = HolderParser.Parse(type),
            Members = model.Members.Where(static member => member.Setter != MemberSetter.None).Select(member => new DraftMemberModel(
                member.Property,
                ParsePart(member.Property.Type, graph),
                IsPublic: data.FirstOrDefault(source => source.Symbol.Name == member.Property.Name) is not { Symbol.DeclaredAccessibility: not Accessibility.Public },
                HidesBase: BaseNames.Contains(member.Property.Name))).ToEquatableArray(),
            Types = graph.Types,
        };
    }

    /// <summary>Whether a type has a draft, or is given one in this run.</summary>
    public static bool IsDrafted(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.TypeKind == TypeKind.Class
        && type.HasAttribute(AttributeNames.MimoOutput)
        && (type.DeclaringSyntaxReferences.IsEmpty
            ? type.GetTypeMembers(DraftName).Any()
            : FindObstacle(type) is null && HolderParser.IsOpen(type, cancellationToken));

    /// <summary>
    /// The type whose draft a prompt streams; null if it streams something else. A draft of this very run doesn't exist yet, so the
    /// compiler knows only its name and, as a rule, what it was looked for in.
    /// </summary>
    public static INamedTypeSymbol? FindDrafted(ITypeSymbol streamed, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (streamed is not INamedTypeSymbol { Name: DraftName, Arity: 0 } draft)
        {
            return null;
        }

        INamedTypeSymbol? owner = draft.ContainingType ?? FindNamed(method, cancellationToken) ?? FindEnclosing(method);
        return owner?.HasAttribute(AttributeNames.MimoOutput) == true ? owner : null;
    }

    /// <summary>The type's draft as generated code writes it.</summary>
    public static string SyntaxOf(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + DraftName;

    private static string? FindObstacle(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                return $"'{current.Name}' is generic";
            }
        }

        if (type.Name == DraftName)
        {
            return $"the generated record '{DraftName}' stands in it, and can't have its name";
        }

        // Of the type's own members none can be called as the record in it; and the record has its data for members, that of its bases too.
        ISymbol? taken = type.GetMembers(DraftName).FirstOrDefault(static member => !IsOwn(member))
            ?? DataMember.Find(type, type.ContainingAssembly).Find(member => TakenNames.Contains(member.Symbol.Name) && IsTaken(member, type))?.Symbol;
        return taken is null ? null : $"its member '{taken.Name}' has a name that the generated record '{DraftName}' needs";
    }

    /// <summary>Whether the record would have a member like this one, or hide it by its own name.</summary>
    private static bool IsTaken(DataMember member, INamedTypeSymbol type) =>
        !member.IsIgnoredWhenReading
        && (member.Setter != MemberSetter.None
            || member.Symbol.Name == DraftName
            || type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(member.Matches)));

    /// <summary>Whether a member is the draft itself, which analyzers see.</summary>
    private static bool IsOwn(ISymbol member) => member is INamedTypeSymbol nested && nested.BaseType?.QualifiedName() is "Mimo.MimoDraft" or "Mimo.Generation.ModelDraft";

    /// <summary>What stands before <c>.Draft</c> in the return type.</summary>
    private static INamedTypeSymbol? FindNamed(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
                && declaration.ReturnType.DescendantNodesAndSelf().OfType<QualifiedNameSyntax>().FirstOrDefault(static name => name.Right.Identifier.ValueText == DraftName) is { } name
                && method.ContainingAssembly is ISourceAssemblySymbol { Compilation: { } compilation }
                && compilation.ContainsSyntaxTree(name.SyntaxTree))
            {
                return compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name.Left, cancellationToken).Symbol as INamedTypeSymbol;
            }
        }

        return null;
    }

    /// <summary>Within the type the draft's name alone is enough.</summary>
    private static INamedTypeSymbol? FindEnclosing(IMethodSymbol method)
    {
        for (INamedTypeSymbol? current = method.ContainingType; current is not null; current = current.ContainingType)
        {
            if (current.HasAttribute(AttributeNames.MimoOutput))
            {
                return current;
            }
        }

        return null;
    }

    private static DraftPartModel ParsePart(TypeUse use, TypeGraphParser graph)
    {
        switch (graph.Model(use))
        {
            case ScalarModel { Kind: ScalarKind.String }:
                return new DraftPartModel(DraftPartKind.Text, use, use.Key, Item: null);
            case ObjectModel { HasDraft: true } model:
                return new DraftPartModel(DraftPartKind.Object, use, model.Syntax + "." + DraftName, Item: null);
            case SequenceModel sequence:
                DraftPartModel item = ParsePart(sequence.Item, graph);
                string itemSyntax = item.Syntax + (sequence.Item.IsNullable ? "?" : "");
                return new DraftPartModel(DraftPartKind.List, use, $"global::System.Collections.Generic.IReadOnlyList<{itemSyntax}>", item);
            case ConverterModel { IsValueType: true } model: // A converter for int? may say null of any JSON.
                return new DraftPartModel(DraftPartKind.Value, use, model.Syntax, Item: null);
            default:
                return new DraftPartModel(DraftPartKind.Value, use, use.IsNullable ? use.Syntax.Substring(0, use.Syntax.Length - 1) : use.Syntax, Item: null);
        }
    }
}
