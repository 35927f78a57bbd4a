using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Mimo.Wire;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>What System.Text.Json puts down as the source of those exceptions of its reader that it takes for refusals itself.</summary>
    private const string ReaderSource = "System.Text.Json.Rethrowable";

    /// <summary>Whether the current member has this name, without moving.</summary>
    public readonly bool NameIs(ReadOnlySpan<byte> name) => !_isBroken && WireReader.ValueIs(_json, name);

    /// <summary>Moves to the value of a member that the schema doesn't name, and gives its name.</summary>
    public string StartUnknownMember(ref JsonScope scope)
    {
        if (!TryGetText(out string? name))
        {
            Reject("a name of valid Unicode");
            name = "";
        }

        scope.Entry = name;
        Advance();
        return name;
    }

    /// <summary>Records that the object must not have the current member, and skips it.</summary>
    /// <param name="scope">The object.</param>
    /// <param name="discriminator">The name of the member by which a union tells the object apart, which is passed over; null for none.</param>
    public void RejectUnknownMember(ref JsonScope scope, string? discriminator = null)
    {
        string name = StartUnknownMember(ref scope);
        if (!_isBroken && name != discriminator)
        {
            Add(new JsonProblem("", $"there is no member '{ShortText.Of(name, LongestName)}' here"));
        }

        SkipValue();
    }

    /// <summary>Looks up what the discriminator of the object says that the reader stands on, without moving.</summary>
    /// <param name="discriminator">The name of the member that says which type the object is.</param>
    /// <param name="names">What it may say.</param>
    /// <param name="isOptional">Whether it may be missing.</param>
    /// <param name="found">The index of what it says; -1 if it is missing or unknown, with a problem recorded unless it may be missing.</param>
    /// <returns>False, having done nothing, if the reader does not stand on an object.</returns>
    public bool StartUnion(ReadOnlySpan<byte> discriminator, ReadOnlySpan<string> names, bool isOptional, out int found)
    {
        found = -1;
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        ModelJsonReader ahead = this;
        ahead._problems = null;
        ahead.StartObject(out JsonScope scope);
        while (ahead.NextMember(ref scope))
        {
            if (!ahead.MemberIs(ref scope, discriminator))
            {
                ahead.SkipMember();
                continue;
            }

            found = ahead._json.TokenType == JsonTokenType.Number ? names.IndexOf(ahead.Excerpt()) : ahead.ReadName(names);
            if (found < 0)
            {
                Add(new JsonProblem(MemberPath(System.Text.Encoding.UTF8.GetString(discriminator)), $"expected {ListNames(names)}, but got {ahead.DescribeCurrent()}"));
            }

            return true;
        }

        if (!isOptional && !ahead._isBroken)
        {
            RejectMissing(System.Text.Encoding.UTF8.GetString(discriminator), ListNames(names));
        }

        return true;
    }

    /// <summary>Reads a value by a converter of the user's.</summary>
    public T ReadWith<T>(JsonConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (IsNull && IsNoValue(converter))
        {
            return RefuseForeign<T>();
        }

        Utf8JsonReader before = _json;
        try
        {
            T value = converter.Read(ref _json, typeof(T), JsonContent.ConverterOptions)!;
            return HasReadJust(before) ? value : RefuseConverted<T>(before, new InvalidOperationException($"The converter '{converter.GetType()}' read too much or not enough."));
        }
        catch (Exception exception)
        {
            return RefuseConverted<T>(before, exception);
        }
    }

    /// <summary>Reads a value by the metadata of a context of the user's.</summary>
    public T ReadWith<T>(JsonTypeInfo<T> metadata)
    {
        if (IsNull && IsNoValue(metadata?.Converter as JsonConverter<T>))
        {
            return RefuseForeign<T>();
        }

        Utf8JsonReader before = _json;
        try
        {
            return JsonSerializer.Deserialize(ref _json, metadata!)!;
        }
        catch (Exception exception)
        {
            return RefuseConverted<T>(before, exception);
        }
    }

    /// <summary>Whether null, which is asked about where the type promises none, is none to the converter either: System.Text.Json would make it null unasked.</summary>
    private static bool IsNoValue<T>(JsonConverter<T>? converter) => default(T) is null && converter is not { HandleNull: true };

    private T RefuseForeign<T>()
    {
        Refuse($"a value of type {NameOf<T>()}");
        return default!;
    }

    private static string NameOf<T>() => NameOf(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));

    /// <summary>A type's name without the namespace, with brackets as C# writes them, but without its keywords: <c>Pair&lt;Int32[], Nullable&lt;Int32&gt;&gt;</c>.</summary>
    private static string NameOf(Type type)
    {
        if (type.IsSZArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        int end = type.Name.IndexOf('`', StringComparison.Ordinal);
        return end < 0 ? type.Name : $"{type.Name[..end]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }

    /// <summary>Whether the reader stands on the last token of the value that it stood on before, as System.Text.Json demands of converters too.</summary>
    private readonly bool HasReadJust(in Utf8JsonReader before) => before.TokenType switch
    {
        JsonTokenType.StartObject => _json.TokenType == JsonTokenType.EndObject && _json.CurrentDepth == before.CurrentDepth,
        JsonTokenType.StartArray => _json.TokenType == JsonTokenType.EndArray && _json.CurrentDepth == before.CurrentDepth,
        _ => _json.BytesConsumed == before.BytesConsumed,
    };

    /// <summary>The converter may have stopped anywhere inside the value, so the reader goes back to where it began.</summary>
    private T RefuseConverted<T>(Utf8JsonReader before, Exception exception)
    {
        _json = before;
        if (exception is JsonException or FormatException or InvalidOperationException { Source: ReaderSource })
        {
            // These are how converters say that a value is not theirs. Other exceptions may be the converter's mistake, such as asking for metadata.
            return RefuseForeign<T>();
        }

        RejectConstruction(NameOf<T>(), exception);
        SkipValue();
        _lastProblemToken = _json.TokenStartIndex;
        return default!;
    }
}
