using System.Globalization;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Writes JSON that a type allows, for a developer to fill in: every member, one item in each list, and values that keep their
/// constraints where one can be told without knowing what they mean.
/// </summary>
/// <param name="types">Knows the types.</param>
internal sealed class JsonSkeleton(TypeGraphParser types)
{
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public string Of(TypeUse use, EquatableArray<ConstraintModel> constraints)
    {
        var json = new JsonText();
        Write(use, constraints, json);
        return json.ToString();
    }

    public void Write(TypeUse use, EquatableArray<ConstraintModel> constraints, JsonText json)
    {
        TypeModel type = types.Model(use);
        if (!_open.Add(use.Key))
        {
            json.Raw(use.IsNullable ? "null" : type is SequenceModel ? "[]" : "{}");
            return;
        }

        switch (type)
        {
            case ObjectModel model:
                json.StartObject();
                WriteMembers(model, json);
                json.EndObject();
                break;
            case UnionModel { Cases: [var first, ..] } union:
                json.StartObject();
                if (first.Id is not null)
                {
                    json.Name(union.Discriminator).Raw(first.Json);
                }

                WriteMembers((ObjectModel)types.Model(first.Type), json);
                json.EndObject();
                break;
            case SequenceModel sequence:
                WriteItems(sequence, constraints, json);
                break;
            case EnumModel { IsFlags: false, Members: [var first, ..] }:
                json.String(first.WireName);
                break;
            case EnumModel or AnyModel { Kind: AnyKind.JsonArray }:
                json.Raw("[]");
                break;
            case ScalarModel scalar:
                json.Raw(Scalar(scalar.Kind, constraints));
                break;
            case ConverterModel:
                json.Raw("null");
                break;
            default:
                json.Raw("{}");
                break;
        }

        _open.Remove(use.Key);
    }

    private void WriteMembers(ObjectModel model, JsonText json)
    {
        foreach (PropertyModel property in model.Members.Where(static member => member.Setter != MemberSetter.None).Select(static member => member.Property))
        {
            // What leads back to a type that is being written is left out where it can be.
            if (property.IsRequired || !LeadsBack(property.Type))
            {
                json.Name(property.WireName);
                Write(property.Type, property.Constraints, json);
            }
        }
    }

    private bool LeadsBack(TypeUse use) => _open.Contains(use.Key) || (types.Model(use) is SequenceModel sequence && LeadsBack(sequence.Item));

    private void WriteItems(SequenceModel sequence, EquatableArray<ConstraintModel> constraints, JsonText json)
    {
        const int Most = 16;
        int count = constraints.FirstOrDefault(static constraint => constraint.Kind == ConstraintKind.ItemCount)?.Minimum is { } minimum
            && int.TryParse(minimum.Json, NumberStyles.None, CultureInfo.InvariantCulture, out int least)
            ? Math.Min(Math.Max(least, 1), Most)
            : 1;
        count = LeadsBack(sequence.Item) ? 0 : count;
        json.StartArray();
        for (int index = 0; index < count; index++)
        {
            Write(sequence.Item, default, json);
        }

        json.EndArray();
    }

    private static string Scalar(ScalarKind kind, EquatableArray<ConstraintModel> constraints)
    {
        if (constraints.FirstOrDefault(static constraint => constraint.Kind == ConstraintKind.Allowed) is { Values: [var allowed, ..] })
        {
            return allowed.Json;
        }

        return kind switch
        {
            ScalarKind.Boolean => "false",
            >= ScalarKind.SByte and <= ScalarKind.Decimal => Number(constraints),
            ScalarKind.Char => "\"x\"",
            ScalarKind.Guid => "\"00000000-0000-0000-0000-000000000000\"",
            ScalarKind.DateTime or ScalarKind.DateTimeOffset => "\"2026-01-01T00:00:00Z\"",
            ScalarKind.DateOnly => "\"2026-01-01\"",
            ScalarKind.TimeOnly => "\"00:00:00\"",
            ScalarKind.TimeSpan => "\"PT0S\"",
            ScalarKind.Uri => "\"https://example.com/\"",
            ScalarKind.Version => "\"1.0\"",
            ScalarKind.ByteArray or ScalarKind.ByteMemory => "\"\"",
            _ => Text(constraints),
        };
    }

    private static string Number(EquatableArray<ConstraintModel> constraints)
    {
        ConstraintModel? range = constraints.FirstOrDefault(static constraint => constraint.Kind == ConstraintKind.Range);
        if (range is null || ConstraintCheck.IsWithin(0, range))
        {
            return "0";
        }

        return range is { Minimum: { } minimum, IsMinimumExclusive: false } ? minimum.Json : range is { Maximum: { } maximum, IsMaximumExclusive: false } ? maximum.Json : "1";
    }

    private static string Text(EquatableArray<ConstraintModel> constraints)
    {
        if (constraints.Any(static constraint => constraint.Kind == ConstraintKind.Email))
        {
            return "\"name@example.com\"";
        }

        if (constraints.Any(static constraint => constraint.Kind == ConstraintKind.Url))
        {
            return "\"https://example.com/\"";
        }

        const string Placeholder = "…";
        int length = constraints.FirstOrDefault(static constraint => constraint.Kind == ConstraintKind.TextLength)?.Minimum is { } minimum
            && int.TryParse(minimum.Json, NumberStyles.None, CultureInfo.InvariantCulture, out int least) && least < 100
            ? Math.Max(1, least)
            : 1;
        return constraints.Any(static constraint => constraint.Kind == ConstraintKind.Base64) ? "\"\"" : JsonText.Quote(string.Concat(Enumerable.Repeat(Placeholder, length)));
    }
}
