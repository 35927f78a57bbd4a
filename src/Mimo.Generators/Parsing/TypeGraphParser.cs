using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Reads the types that one tool or prompt reaches into models. A type that can't be JSON is refused: the parser says why, and
/// the caller gives up the tool or prompt, so that nothing is accepted here and lost at run time.
/// </summary>
/// <param name="assembly">The assembly that the generated code goes into.</param>
/// <param name="refuse">Hears which type is refused and why; null if nobody wants to know.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
/// <param name="isWritten">Whether values are only written, as results are, so that nobody need be able to create them.</param>
/// <param name="advise">Hears what misleads the model about types that are accepted; null if nobody wants to know, or if nothing is read into them.</param>
/// <param name="startsGraph">Whether the parser is for one type and all that it reaches, to be kept for whoever asks next.</param>
internal sealed partial class TypeGraphParser(
    IAssemblySymbol assembly,
    Action<TypeRefusal>? refuse,
    CancellationToken cancellationToken,
    bool isWritten = false,
    Action<Diagnostic>? advise = null,
    bool startsGraph = false)
{
    /// <summary>What is wrong with <c>dynamic</c>.</summary>
    public const string DynamicProblem = "what it holds is known at run time only; use object or JsonElement";

    /// <summary>More types inside one another than any data has: a generic type whose member is of a larger generic type never ends.</summary>
    private const int DeepestNesting = 64;

    private readonly Dictionary<string, TypeModel?> _models = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Why types known to be refused are: each place that leads to one hears of it.</summary>
    private readonly Dictionary<string, TypeRefusal> _refusals = new(StringComparer.Ordinal);
    private TypeRefusal? _lastRefusal;
    private int _depth;
    private bool _metItself;
    private bool _needsReflection;

    /// <summary>The models of all types met so far, in the order they were met.</summary>
    public EquatableArray<TypeModel> Types =>
        _order.Select(key => _models[key]!).ToEquatableArray();

    /// <summary>Reads a type and all that it reaches.</summary>
    /// <param name="type">The type, as it is used.</param>
    /// <param name="isArgument">Whether it is used as another type's item, key, value or type argument, or must be given to a tool.</param>
    /// <returns>Null if the type, or one that it reaches, can't be JSON.</returns>
    public TypeUse? Parse(ITypeSymbol type, bool isArgument = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool isNullable = false;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
            isNullable = true;
        }
        else if (type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated })
        {
            // Code without nullable annotations says nothing about null, so null is a value there; but not as an argument, for
            // List<string> is then one type with the List<string> of code that has annotations, and has one reader.
            isNullable = type.NullableAnnotation == NullableAnnotation.Annotated || !isArgument;
            type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        }

        string key = type.ToSyntax();
        if (!_models.TryGetValue(key, out TypeModel? model))
        {
            model = _depth == 0 && !startsGraph ? TakeGraph(type, key) : ParseNew(type, key);
        }
        else if (model is null)
        {
            _lastRefusal = _refusals.TryGetValue(key, out TypeRefusal? refusal) ? refusal : null;
            if (_lastRefusal is not null)
            {
                refuse?.Invoke(_lastRefusal);
            }
        }
        else if (model is UnfinishedModel)
        {
            _metItself = true;
        }

        return model is null ? null : new TypeUse(key, isNullable ? key + "?" : key, isNullable, type.IsValueType);
    }

    /// <summary>The model of a type that <see cref="Parse"/> gave.</summary>
    public TypeModel Model(TypeUse type) => _models[type.Key]!;

    /// <summary>Takes a type and all that it reaches from a parser of its own, which another tool may have used before.</summary>
    private TypeModel? TakeGraph(ITypeSymbol type, string key)
    {
        KnownTypeGraphs known = KnownTypeGraphs.Of(assembly);
        KnownTypeGraph? graph = known.Find(key, isWritten, isHeard: advise is not null, isAnswered: refuse is not null);
        if (graph is null)
        {
            bool isSilent = advise is not null;
            Action<Diagnostic>? listen = advise is null ? null : advice =>
            {
                isSilent = false;
                advise(advice);
            };
            var parser = new TypeGraphParser(assembly, refuse, cancellationToken, isWritten, listen, startsGraph: true);
            if (parser.ParseNew(type, key) is null)
            {
                _models[key] = null;
                if (parser._refusals.TryGetValue(key, out TypeRefusal? refusal))
                {
                    _refusals[key] = refusal;
                }

                return null;
            }

            graph = new KnownTypeGraph(parser._order.ConvertAll(key => parser._models[key]!), isSilent, parser._needsReflection);
            known.Add(key, isWritten, graph);
        }

        foreach (TypeModel model in graph.Types)
        {
            if (!_models.ContainsKey(model.Key))
            {
                _models.Add(model.Key, model);
                _order.Add(model.Key);
            }
        }

        return _models[key];
    }

    private TypeModel? ParseNew(ITypeSymbol type, string key)
    {
        // Known as of now, so that a type which reaches itself finds itself.
        int start = _order.Count;
        _models.Add(key, UnfinishedModel.OfUnknownKind);
        _order.Add(key);
        _depth++;
        _lastRefusal = null;
        TypeModel? model = _depth > DeepestNesting
            ? Refuse(type, "its members are of ever new types, such as T<T<T<…>>>, so its schema would have no end")
            : WithWarnings(ParseModel(type, key), type);
        _depth--;
        if (model is null)
        {
            Forget(start);
            if (_lastRefusal is not null)
            {
                _refusals[key] = _lastRefusal;
            }
        }

        _models[key] = model;
        return model;
    }

    /// <summary>Drops the types met since a type that turned out to be refused: they may lead back to it. Whoever reaches them otherwise reads them anew.</summary>
    private void Forget(int start)
    {
        foreach (string key in _order.Skip(start))
        {
            _models.Remove(key);
        }

        _order.RemoveRange(start, _order.Count - start);
    }

    private TypeModel? ParseModel(ITypeSymbol type, string key)
    {
        string identifier = Identify(type, key);
        if (ParseScalar(type, key, identifier) is { } simple)
        {
            return simple;
        }

        switch (type)
        {
            case IArrayTypeSymbol array when FindContext(array) is { } context:
                return IsUsable(array) ? Converted(array, key, identifier, context) : null;
            case IArrayTypeSymbol array:
                return ParseArray(array, key, identifier);
            case INamedTypeSymbol { TypeKind: TypeKind.Error }:
                return null; // The compiler has said it already.
            case INamedTypeSymbol named when ParseConverted(named, key, identifier, out TypeModel? converted):
                return converted is not null && IsUsable(named) ? converted : null;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum } named:
                return IsUsable(named) ? ParseEnum(named, key, identifier) : null;
            case INamedTypeSymbol named:
                return named.IsTupleType
                    ? Refuse(type, "a tuple's names are lost at run time; use a record", DiagnosticDescriptors.ShapeIsLost)
                    : named.IsRefLikeType
                    ? Refuse(type, "a ref struct can't be kept; use an array or a list", DiagnosticDescriptors.TypeCannotBeKept)
                    : Unsupported.Find(named) is { } reason
                    ? Refuse(type, reason)
                    : ServiceTypes.IsKnown(named)
                    ? isWritten ? Refuse(type, "it is a service, not data; return what it gives") : Refuse(type, ServiceTypes.Reason, DiagnosticDescriptors.ServiceIsShown)
                    : ParseCollection(named, key, identifier, out TypeModel? collection) ? collection
                    : !IsUsable(named) ? null
                    : Unsupported.FindSystemObject(named) is { } hidden
                    ? Refuse(type, hidden)
                    : ParseUnion(named, key, identifier, out TypeModel? union) ? union
                    : !isWritten && ServiceTypes.IsClass(named) ? Refuse(type, ServiceTypes.Reason, DiagnosticDescriptors.ServiceIsShown)
                    : ParseObject(named, key, identifier);
            case ITypeParameterSymbol:
                return Refuse(type, "an open type parameter has no JSON form; close the generic type");
            case IDynamicTypeSymbol:
                return Refuse(type, DynamicProblem);
            default:
                return Refuse(type, "a pointer's target can't be sent; use a value or an array", DiagnosticDescriptors.TypeCannotBeKept);
        }
    }

    private static TypeModel? WithWarnings(TypeModel? model, ITypeSymbol type) =>
        model is null || WarningIds.OfType(type, withMembers: model is ObjectModel { } or EnumModel) is not { Count: > 0 } ids ? model : model with { WarningIds = ids };

    private bool IsUsable(ITypeSymbol type)
    {
        if (!type.IsAccessibleInAssembly(assembly))
        {
            Refuse(type, "generated code elsewhere in the project can't name it; make it internal or public");
            return false;
        }

        if (type is INamedTypeSymbol named && named.Containers().Any(static container => container.IsErrorToUse()))
        {
            Refuse(type, "it is obsolete, and code that uses it is an error; use what takes its place, or let [Obsolete] only warn");
            return false;
        }

        return true;
    }

    private TypeModel? Refuse(ITypeSymbol type, string reason) => Refuse(type, reason, DiagnosticDescriptors.TypeHasNoJsonForm);

    /// <param name="type">The type that is refused.</param>
    /// <param name="reason">A clause that says why, and what to do.</param>
    /// <param name="rule">The rule that it breaks.</param>
    /// <param name="culprit">The member to change; null for the type itself.</param>
    private TypeModel? Refuse(ITypeSymbol type, string reason, DiagnosticDescriptor rule, Location? culprit = null)
    {
        if (refuse is not null)
        {
            _lastRefusal = new TypeRefusal(rule, type, reason, culprit is { IsInSource: true } ? culprit : Places.Declaration(type, assembly).FirstOrDefault());
            refuse(_lastRefusal);
        }

        return null;
    }

    /// <summary>A readable and unique C# identifier: <c>ListOfTrip_0f3a99c1</c>.</summary>
    private static string Identify(ITypeSymbol type, string key) => ShortName(type) + "_" + StableHash.Of(key);

    private static string ShortName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => "ArrayOf" + ShortName(array.ElementType),
        INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } named => named.Name + "Of" + string.Concat(arguments.Select(ShortName)),
        _ => type.Name,
    };
}

/// <summary>Why a type can't be JSON.</summary>
/// <param name="Rule">The rule that the type breaks.</param>
/// <param name="Type">The type, which may be anywhere inside the one that was asked for.</param>
/// <param name="Reason">A clause that says why, and what to do.</param>
/// <param name="Culprit">Where this project declares what is to be changed; null if elsewhere.</param>
internal sealed record TypeRefusal(DiagnosticDescriptor Rule, ITypeSymbol Type, string Reason, Location? Culprit)
{
    /// <param name="location">The place that leads to the type.</param>
    /// <param name="user">The parameter, tool or prompt that can't use it.</param>
    public Diagnostic At(Location location, string user) => Diagnostic.Create(
        Rule,
        location,
        Culprit is null ? [] : [Culprit],
        user,
        Type.ToDisplayString(AsWritten),
        Reason);

    // The compiler's own messages write int[*,*] for int[,].
    private static SymbolDisplayFormat AsWritten { get; } =
        SymbolDisplayFormat.CSharpShortErrorMessageFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);
}
