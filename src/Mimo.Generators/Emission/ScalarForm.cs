using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>How one kind of scalar is described, read and written.</summary>
/// <param name="JsonType">Its type in JSON schemas.</param>
/// <param name="Expected">What the model is told was wanted.</param>
/// <param name="Read">The call on the reader.</param>
/// <param name="Write">The call on the writer, with <c>{0}</c> for the value.</param>
/// <param name="Keywords">What its schema says beyond the type.</param>
internal sealed record ScalarForm(string JsonType, string Expected, string Read, string Write, params SchemaKeyword[] Keywords)
{
    private const string Json = "global::Mimo.Generation.JsonContent.";

    public static ScalarForm Of(ScalarKind kind) => kind switch
    {
        ScalarKind.String => new("string", "a string", "ReadString()", "writer.WriteStringValue({0})"),
        ScalarKind.Boolean => new("boolean", "true or false", "ReadBoolean()", "writer.WriteBooleanValue({0})"),
        ScalarKind.Char => new("string", "a string of one character", "ReadChar()", Json + "WriteChar(writer, {0})", new("minLength", "1"), new("maxLength", "1")),

        // The bounds of the small and the unsigned types are worth their tokens; those of int and long only distract.
        ScalarKind.SByte => WholeNumber("sbyte", "-128", "127"),
        ScalarKind.Byte => WholeNumber("byte", "0", "255"),
        ScalarKind.Int16 => WholeNumber("short", "-32768", "32767"),
        ScalarKind.UInt16 => WholeNumber("ushort", "0", "65535"),
        ScalarKind.Int32 => WholeNumber("int", null, null),
        ScalarKind.UInt32 => WholeNumber("uint", "0", null),
        ScalarKind.Int64 => WholeNumber("long", null, null),
        ScalarKind.UInt64 => WholeNumber("ulong", "0", null),
        ScalarKind.Int128 => WholeNumber("global::System.Int128", null, null) with { Write = Json + "WriteInteger(writer, {0})" },
        ScalarKind.UInt128 => WholeNumber("global::System.UInt128", "0", null) with { Write = Json + "WriteInteger(writer, {0})" },
        ScalarKind.BigInteger => new("integer", "an integer", "ReadBigInteger()", Json + "WriteInteger(writer, {0})"),
        ScalarKind.Half => new("number", "a number", "ReadFloatingPoint<global::System.Half>()", "writer.WriteNumberValue((float){0})"),
        ScalarKind.Single => new("number", "a number", "ReadFloatingPoint<float>()", "writer.WriteNumberValue({0})"),
        ScalarKind.Double => new("number", "a number", "ReadFloatingPoint<double>()", "writer.WriteNumberValue({0})"),
        ScalarKind.Decimal => new("number", "a decimal number", "ReadDecimal()", "writer.WriteNumberValue({0})"),

        ScalarKind.Guid => Formatted("uuid", "a UUID", "ReadGuid()", "writer.WriteStringValue({0})"),
        ScalarKind.DateTime => Formatted("date-time", "a date and time", "ReadDateTime()", "writer.WriteStringValue({0})"),
        ScalarKind.DateTimeOffset => Formatted("date-time", "a date and time with offset", "ReadDateTimeOffset()", "writer.WriteStringValue({0})"),
        ScalarKind.DateOnly => Formatted("date", "a date", "ReadDateOnly()", Json + "WriteDateOnly(writer, {0})"),
        ScalarKind.TimeOnly => Formatted("time", "a time of day", "ReadTimeOnly()", Json + "WriteTimeOnly(writer, {0})"),
        ScalarKind.TimeSpan => Formatted("duration", "a duration", "ReadTimeSpan()", Json + "WriteTimeSpan(writer, {0})"),
        ScalarKind.Uri => Formatted("uri", "a URI", "ReadUri()", "writer.WriteStringValue({0}.OriginalString)"),
        ScalarKind.Version => new("string", "a version", "ReadVersion()", "writer.WriteStringValue({0}.ToString())", new SchemaKeyword("pattern", JsonText.Quote(@"^\d+(\.\d+){1,3}$"))),
        ScalarKind.ByteArray => new("string", "a base64 string", "ReadBytes()", "writer.WriteBase64StringValue({0})", new SchemaKeyword("contentEncoding", "\"base64\"")),
        ScalarKind.ByteMemory => new("string", "a base64 string", "ReadBytes()", "writer.WriteBase64StringValue({0}.Span)", new SchemaKeyword("contentEncoding", "\"base64\"")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A scalar kind without a form."),
    };

    private static ScalarForm WholeNumber(string type, string? minimum, string? maximum)
    {
        var keywords = new List<SchemaKeyword>();
        if (minimum is not null)
        {
            keywords.Add(new SchemaKeyword("minimum", minimum));
        }

        if (maximum is not null)
        {
            keywords.Add(new SchemaKeyword("maximum", maximum));
        }

        return new ScalarForm("integer", "an integer", $"ReadInteger<{type}>()", "writer.WriteNumberValue({0})", keywords.ToArray());
    }

    private static ScalarForm Formatted(string format, string expected, string read, string write) =>
        new("string", expected, read, write, new SchemaKeyword("format", JsonText.Quote(format)));
}

/// <param name="Name">The keyword.</param>
/// <param name="Json">Its value as JSON.</param>
internal sealed record SchemaKeyword(string Name, string Json);
