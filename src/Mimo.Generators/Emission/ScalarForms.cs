using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>How one kind of scalar is described, read and written.</summary>
/// <param name="Schema">The members of its JSON schema.</param>
/// <param name="Expected">What the model is told was wanted.</param>
/// <param name="Read">The call on the reader.</param>
/// <param name="Write">The call on the writer, with <c>{0}</c> for the value.</param>
internal sealed record ScalarForm(string Schema, string Expected, string Read, string Write)
{
    private const string String = "\"type\":\"string\"";
    private const string Integer = "\"type\":\"integer\"";
    private const string Number = "\"type\":\"number\"";
    private const string Json = "global::Mimo.Generation.JsonContent.";

    public static ScalarForm Of(ScalarKind kind) => kind switch
    {
        ScalarKind.String => new(String, "a string", "ReadString()", "writer.WriteStringValue({0})"),
        ScalarKind.Boolean => new("\"type\":\"boolean\"", "true or false", "ReadBoolean()", "writer.WriteBooleanValue({0})"),
        ScalarKind.Char => new(String + ",\"minLength\":1,\"maxLength\":1", "a string of one character", "ReadChar()", Json + "WriteChar(writer, {0})"),

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
        ScalarKind.BigInteger => new(Integer, "an integer", "ReadBigInteger()", Json + "WriteInteger(writer, {0})"),
        ScalarKind.Half => new(Number, "a number", "ReadFloatingPoint<global::System.Half>()", "writer.WriteNumberValue((float){0})"),
        ScalarKind.Single => new(Number, "a number", "ReadFloatingPoint<float>()", "writer.WriteNumberValue({0})"),
        ScalarKind.Double => new(Number, "a number", "ReadFloatingPoint<double>()", "writer.WriteNumberValue({0})"),
        ScalarKind.Decimal => new(Number, "a decimal number", "ReadDecimal()", "writer.WriteNumberValue({0})"),

        ScalarKind.Guid => Formatted("uuid", "a UUID", "ReadGuid()", "writer.WriteStringValue({0})"),
        ScalarKind.DateTime => Formatted("date-time", "a date and time", "ReadDateTime()", "writer.WriteStringValue({0})"),
        ScalarKind.DateTimeOffset => Formatted("date-time", "a date and time with offset", "ReadDateTimeOffset()", "writer.WriteStringValue({0})"),
        ScalarKind.DateOnly => Formatted("date", "a date", "ReadDateOnly()", Json + "WriteDateOnly(writer, {0})"),
        ScalarKind.TimeOnly => Formatted("time", "a time of day", "ReadTimeOnly()", Json + "WriteTimeOnly(writer, {0})"),
        ScalarKind.TimeSpan => Formatted("duration", "a duration", "ReadTimeSpan()", Json + "WriteTimeSpan(writer, {0})"),
        ScalarKind.Uri => Formatted("uri", "a URI", "ReadUri()", "writer.WriteStringValue({0}.OriginalString)"),
        ScalarKind.Version => new(String, "a version", "ReadVersion()", "writer.WriteStringValue({0}.ToString())"),
        ScalarKind.ByteArray => new(String + ",\"contentEncoding\":\"base64\"", "a base64 string", "ReadBytes()", "writer.WriteBase64StringValue({0})"),
        ScalarKind.ByteMemory => new(String + ",\"contentEncoding\":\"base64\"", "a base64 string", "ReadBytes()", "writer.WriteBase64StringValue({0}.Span)"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A scalar kind without a form."),
    };

    private static ScalarForm WholeNumber(string type, string? minimum, string? maximum) => new(
        Integer + (minimum is null ? "" : ",\"minimum\":" + minimum) + (maximum is null ? "" : ",\"maximum\":" + maximum),
        "an integer",
        $"ReadInteger<{type}>()",
        "writer.WriteNumberValue({0})");

    private static ScalarForm Formatted(string format, string expected, string read, string write) =>
        new(String + ",\"format\":\"" + format + "\"", expected, read, write);
}
