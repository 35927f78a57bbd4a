using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <content>Texts, numbers and truth values, and the names of dictionaries' entries.</content>
internal sealed partial class JsonFit
{
    private void WriteScalar(WrittenJson value, ScalarModel scalar, TypeUse use, EquatableArray<ConstraintModel> constraints, JsonText json, NumberHandling handling)
    {
        if (!Fits(value, scalar.Kind, handling))
        {
            Replace(value, use, constraints, json);
            return;
        }

        foreach (ConstraintModel constraint in constraints)
        {
            if (!ConstraintCheck.Keeps(value, constraint))
            {
                Report(value.Start, value.Length, $"expected {ConstraintText.Expected(constraint)}, but got {value.Describe()}");
                _skeleton.Write(use, constraints, json);
                return;
            }
        }

        WriteAnything(value, json);
    }

    private void CheckCount(WrittenJson value, int count, ConstraintKind kind, EquatableArray<ConstraintModel> constraints)
    {
        foreach (ConstraintModel constraint in constraints)
        {
            if (constraint.Kind == kind && !ConstraintCheck.IsWithin(count, constraint))
            {
                Report(value.Start, 1, $"expected {ConstraintText.Expected(constraint)}, but got {count.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }

    private static bool Fits(WrittenJson value, ScalarKind kind, NumberHandling handling)
    {
        if (kind == ScalarKind.Boolean)
        {
            return value.Kind is WrittenJsonKind.True or WrittenJsonKind.False;
        }

        if (kind is >= ScalarKind.SByte and <= ScalarKind.Decimal)
        {
            return value.Kind switch
            {
                WrittenJsonKind.Number => FitsNumber(value.Text, kind),
                WrittenJsonKind.String when (handling & NumberHandling.AllowNamedFloatingPointLiterals) != 0 && value.Text is "NaN" or "Infinity" or "-Infinity" => true,
                WrittenJsonKind.String => (handling & NumberHandling.WriteAsString) != 0 && FitsNumber(value.Text, kind),
                _ => false,
            };
        }

        return value.Kind == WrittenJsonKind.String && IsUnicode(value.Text) && FitsText(value.Text, kind);
    }

    private static bool FitsNumber(string number, ScalarKind kind)
    {
        switch (kind)
        {
            case ScalarKind.Half or ScalarKind.Single or ScalarKind.Double:
                double largest = kind switch { ScalarKind.Half => 65504, ScalarKind.Single => float.MaxValue, _ => double.MaxValue };
                return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double floating) && Math.Abs(floating) <= largest;
            case ScalarKind.Decimal:
                return decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            default:
                return BigInteger.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole) && FitsWidth(whole, kind);
        }
    }

    private static bool FitsWidth(BigInteger number, ScalarKind kind)
    {
        int bits = kind switch
        {
            ScalarKind.SByte or ScalarKind.Byte => 8,
            ScalarKind.Int16 or ScalarKind.UInt16 => 16,
            ScalarKind.Int32 or ScalarKind.UInt32 => 32,
            ScalarKind.Int64 or ScalarKind.UInt64 => 64,
            ScalarKind.Int128 or ScalarKind.UInt128 => 128,
            _ => 0,
        };
        if (bits == 0)
        {
            return true;
        }

        return kind is ScalarKind.Byte or ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.UInt64 or ScalarKind.UInt128
            ? number.Sign >= 0 && number < BigInteger.One << bits
            : number >= -(BigInteger.One << (bits - 1)) && number < BigInteger.One << (bits - 1);
    }

    private static bool FitsText(string text, ScalarKind kind)
    {
        switch (kind)
        {
            case ScalarKind.Char:
                return text.Length == 1;
            case ScalarKind.Guid:
                return Guid.TryParseExact(text, "D", out _);
            case ScalarKind.DateTime or ScalarKind.DateTimeOffset:
                // As the reader has it: the extended form of ISO 8601, with T.
                return text.Length >= "2026-03-20".Length && (text.Length == "2026-03-20".Length || text["2026-03-20".Length] == 'T') && TryXml(text, static text => XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.RoundtripKind));
            case ScalarKind.DateOnly:
                return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
            case ScalarKind.TimeOnly:
                return DateTime.TryParseExact(text, ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
            case ScalarKind.TimeSpan:
                return text.StartsWith("P", StringComparison.Ordinal) || text.StartsWith("-P", StringComparison.Ordinal)
                    ? text.IndexOfAny(['Y', 'y']) < 0 && TryXml(text.Contains("W") ? "P1D" : text, static text => XmlConvert.ToTimeSpan(text))
                    : text.Contains(":") && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out _);
            case ScalarKind.Uri:
                return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _);
            case ScalarKind.Version:
                return Version.TryParse(text, out _);
            case ScalarKind.ByteArray or ScalarKind.ByteMemory:
                return ConstraintCheck.IsBase64(text);
            default:
                return true;
        }
    }

    private static bool TryXml<T>(string text, Func<string, T> parse)
    {
        try
        {
            _ = parse(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>Half a surrogate pair is no text, and no JSON could hold it.</summary>
    private static bool IsUnicode(string text)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>What the name of a dictionary's entry should have been; null if it fits.</summary>
    private string? FindKeyProblem(string name, DictionaryModel dictionary) => types.Model(dictionary.DictionaryKey) switch
    {
        EnumModel names => names.Members.Any(member => member.WireName == name) ? null : ListNames(names),
        ScalarModel { Kind: ScalarKind.String } => null,
        ScalarModel { Kind: ScalarKind.Guid } => FitsText(name, ScalarKind.Guid) ? null : "a UUID",
        ScalarModel scalar => FitsNumber(name, scalar.Kind) ? null : "an integer",
        _ => null,
    };
}
