using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// Finds types of tools that JSON tells only in part: collections with properties of their own, for an array has no members; types with
/// public fields beside their properties, for JSON passes fields over; and results that may be of a derived type, for the declared
/// type's members are all that is written.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.PartOfShapeIsLost);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is { } marker)
            {
                // All types of the project are looked through at most once, and only if a result could be of a derived one.
                var heirs = new Lazy<ILookup<ISymbol, INamedTypeSymbol>>(() => FindHeirs(start.Compilation.Assembly.GlobalNamespace));
                start.RegisterSymbolAction(context => Analyze(context, marker, heirs), SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol marker, Lazy<ILookup<ISymbol, INamedTypeSymbol>> heirs)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !method.IsMarked(marker) || ToolParser.FindObstacle(method) is not null)
        {
            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ToolParameterParser.ParseAmbient(parameter) is null && Parts(parameter.Type).Select(LostMember).FirstOrDefault(static loss => loss is not null) is { } loss)
            {
                Report(context, parameter.Name, loss, (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as ParameterSyntax)?.Type, parameter);
            }
        }

        if (Parts(method.ReturnType).Select(type => LostMember(type) ?? LostHeir(type, heirs)).FirstOrDefault(static loss => loss is not null) is { } lost)
        {
            Report(context, method.Name, lost, (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as MethodDeclarationSyntax)?.ReturnType, method);
        }
    }

    private static void Report(SymbolAnalysisContext context, string name, string loss, TypeSyntax? type, ISymbol symbol) =>
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.PartOfShapeIsLost, type?.GetLocation() ?? symbol.Locations[0], name, loss));

    /// <summary>A type and what it is made of: type arguments and items.</summary>
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [],
    };

    /// <summary>A member of a type of the user's that JSON has no place for.</summary>
    private static string? LostMember(INamedTypeSymbol type) =>
        type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.DeclaringSyntaxReferences.IsEmpty || type.IsTupleType || type.HasAttribute(AttributeNames.JsonConverter) ? null
        : PromptTemplateParser.IsSequence(type) ? LostProperty(type)
        : LostField(type);

    /// <summary>The public field of a type that has properties as well; one with fields alone is refused.</summary>
    private static string? LostField(INamedTypeSymbol type)
    {
        IFieldSymbol? field = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(static field =>
            field is { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } && !field.HasAttribute(AttributeNames.JsonIgnore) && !field.HasAttribute(AttributeNames.JsonInclude));
        bool hasProperty = type.GetMembers().Any(static member => member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } && !GeneratedNames.IsGenerated(member));
        return field is null || !hasProperty ? null : $"'{type.Name}.{field.Name}' is a field, which JSON passes over; make it a property, or mark it with [JsonInclude] or [JsonIgnore]";
    }

    /// <summary>The property of a collection that is no part of being a collection.</summary>
    private static string? LostProperty(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property
                && !property.HasAttribute(AttributeNames.JsonIgnore)
                && !GeneratedNames.IsGenerated(property)
                && !type.AllInterfaces.Any(face => face.GetMembers(property.Name).Any(other => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(other), property))))
            {
                return $"'{type.Name}' is a collection, so its '{property.Name}' has no place in JSON; make it a class that has the collection";
            }
        }

        return null;
    }

    private static string? LostHeir(INamedTypeSymbol type, Lazy<ILookup<ISymbol, INamedTypeSymbol>> heirs)
    {
        if (type is not { TypeKind: TypeKind.Class, IsSealed: false, IsAbstract: false, IsStatic: false } || type.DeclaringSyntaxReferences.IsEmpty
            || type.HasAttribute(AttributeNames.JsonDerivedType) || type.HasAttribute(AttributeNames.JsonConverter))
        {
            return null;
        }

        INamedTypeSymbol? heir = heirs.Value[type.OriginalDefinition].FirstOrDefault(static heir => heir.GetMembers().Any(static member =>
            member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } && !GeneratedNames.IsGenerated(member)));
        return heir is null ? null : $"what '{heir.Name}' adds to '{type.Name}' is left out; name it with [JsonDerivedType], or seal '{type.Name}'";
    }

    private static ILookup<ISymbol, INamedTypeSymbol> FindHeirs(INamespaceOrTypeSymbol root) =>
        root.AllTypes().Where(static type => type.BaseType is { SpecialType: not SpecialType.System_Object })
            .ToLookup(static type => (ISymbol)type.BaseType!.OriginalDefinition, SymbolEqualityComparer.Default);
}
