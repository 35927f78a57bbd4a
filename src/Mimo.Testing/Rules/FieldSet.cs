using System.Collections.Frozen;
using System.Text.Json;

namespace Mimo.Testing.Rules;

/// <summary>The documented members of one kind of JSON object. What it does not list, the service does not know.</summary>
internal sealed class FieldSet
{
    private readonly Field[] _fields;
    private readonly FrozenDictionary<string, Field> _byName;
    private readonly MimoStrictness _unknownFrom;

    /// <summary>Lists the members.</summary>
    /// <param name="unknownFrom">
    /// The strictness that refuses members not listed: <see cref="MimoStrictness.Faithful"/> where the service is known to be
    /// strict, <see cref="MimoStrictness.Strict"/> where it is not.
    /// </param>
    /// <param name="fields">The members.</param>
    public FieldSet(MimoStrictness unknownFrom, params Field[] fields)
    {
        _unknownFrom = unknownFrom;
        _fields = fields;
        _byName = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>The first thing wrong with an object's members, or null.</summary>
    public ApiError? Check(JsonElement value, Location at, MimoStrictness strictness)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return ApiError.NotAnObject(at);
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (CheckMember(member, at[member.Name], strictness) is { } error)
            {
                return error;
            }
        }

        foreach (Field field in _fields)
        {
            if (field.Required && !value.TryGetProperty(field.Name, out _))
            {
                return ApiError.Missing(at[field.Name]);
            }
        }

        return null;
    }

    private ApiError? CheckMember(JsonProperty member, Location at, MimoStrictness strictness)
    {
        bool known = _byName.TryGetValue(member.Name, out Field? field);
        bool refused = known
            ? field!.Undocumented && strictness == MimoStrictness.Strict
            : strictness == MimoStrictness.Strict || strictness == _unknownFrom;
        if (refused)
        {
            return ApiError.NotPermitted(at);
        }

        return field?.Check(member.Value, at, strictness);
    }
}
