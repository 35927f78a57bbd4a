using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests.Judging;

/// <summary>System.Text.Json by reflection, set up to mean what the design means: the judge of readers and writers.</summary>
internal static class Judge
{
    public static readonly JsonSerializerOptions Options = Create(forSchemas: false);

    /// <summary>Without the converters, since the exporter can't see through them.</summary>
    public static readonly JsonSerializerOptions SchemaOptions = Create(forSchemas: true);

    public static string Write(object? value, Type type) => JsonSerializer.Serialize(value, type, Options);

    public static object? Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Options);

    private static JsonSerializerOptions Create(bool forSchemas)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = 128,
        };
        if (!forSchemas)
        {
            AddIntendedDifferences(options);
        }

        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Where System.Text.Json means something else, or nothing at all: each with its reason.</summary>
    private static void AddIntendedDifferences(JsonSerializerOptions options)
    {
        // Flags are an array of names here; "A, B" is nothing that a schema can describe.
        options.Converters.Add(new FlagsConverter());

        // System.Text.Json would write a BigInteger's properties.
        options.Converters.Add(new BigIntegerConverter());

        // A stack that System.Text.Json wrote and read back is upside down.
        options.Converters.Add(new ThroughListConverter(typeof(Stack<>), typeof(StackMaker<>)));
        options.Converters.Add(new ThroughListConverter(typeof(ConcurrentStack<>), typeof(ConcurrentStackMaker<>)));
        options.Converters.Add(new ThroughListConverter(typeof(ImmutableStack<>), typeof(ImmutableStackMaker<>)));
        options.Converters.Add(new ThroughListConverter(typeof(IImmutableStack<>), typeof(ImmutableStackMaker<>)));

        // System.Text.Json only writes these.
        options.Converters.Add(new ThroughListConverter(typeof(IReadOnlySet<>), typeof(ReadOnlySetMaker<>)));
        options.Converters.Add(new ThroughListConverter(typeof(FrozenSet<>), typeof(FrozenSetMaker<>)));
        options.Converters.Add(new ThroughListConverter(typeof(ConcurrentBag<>), typeof(ConcurrentBagMaker<>)));
        options.Converters.Add(new ThroughListConverter(typeof(ReadOnlyCollection<>), typeof(ReadOnlyCollectionMaker<>)));
        options.Converters.Add(new ThroughDictionaryConverter(typeof(FrozenDictionary<,>), typeof(FrozenDictionaryMaker<,>)));
        options.Converters.Add(new ThroughDictionaryConverter(typeof(ReadOnlyDictionary<,>), typeof(ReadOnlyDictionaryMaker<,>)));
    }
}
