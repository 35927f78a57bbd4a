using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Mimo.Types.Tests.Judging.Kept;

namespace Mimo.Types.Tests.Catalogue;

public static partial class ScalarTools
{
    [MimoTool] public static bool OfBoolean(bool value) => Value(value);
    [MimoTool] public static char OfChar(char value) => Value(value);
    [MimoTool] public static string OfString(string value) => Value(value);
    [MimoTool] public static sbyte OfSByte(sbyte value) => Value(value);
    [MimoTool] public static byte OfByte(byte value) => Value(value);
    [MimoTool] public static short OfInt16(short value) => Value(value);
    [MimoTool] public static ushort OfUInt16(ushort value) => Value(value);
    [MimoTool] public static int OfInt32(int value) => Value(value);
    [MimoTool] public static uint OfUInt32(uint value) => Value(value);
    [MimoTool] public static long OfInt64(long value) => Value(value);
    [MimoTool] public static ulong OfUInt64(ulong value) => Value(value);
    [MimoTool] public static Int128 OfInt128(Int128 value) => Value(value);
    [MimoTool] public static UInt128 OfUInt128(UInt128 value) => Value(value);
    [MimoTool] public static BigInteger OfBigInteger(BigInteger value) => Value(value);
    [MimoTool] public static Half OfHalf(Half value) => Value(value);
    [MimoTool] public static float OfSingle(float value) => Value(value);
    [MimoTool] public static double OfDouble(double value) => Value(value);
    [MimoTool] public static decimal OfDecimal(decimal value) => Value(value);
    [MimoTool] public static Guid OfGuid(Guid value) => Value(value);
    [MimoTool] public static DateTime OfDateTime(DateTime value) => Value(value);
    [MimoTool] public static DateTimeOffset OfDateTimeOffset(DateTimeOffset value) => Value(value);
    [MimoTool] public static DateOnly OfDateOnly(DateOnly value) => Value(value);
    [MimoTool] public static TimeOnly OfTimeOnly(TimeOnly value) => Value(value);
    [MimoTool] public static TimeSpan OfTimeSpan(TimeSpan value) => Value(value);
    [MimoTool] public static Uri OfUri(Uri value) => Value(value);
    [MimoTool] public static Version OfVersion(Version value) => Value(value);
    [MimoTool] public static byte[] OfByteArray(byte[] value) => Value(value);
    [MimoTool] public static ReadOnlyMemory<byte> OfReadOnlyByteMemory(ReadOnlyMemory<byte> value) => Value(value);
    [MimoTool] public static Memory<byte> OfByteMemory(Memory<byte> value) => Value(value);

    [MimoTool] public static JsonElement OfJsonElement(JsonElement value) => Value(value);
    [MimoTool] public static JsonNode? OfJsonNode(JsonNode? value) => Value(value);
    [MimoTool] public static JsonObject OfJsonObject(JsonObject value) => Value(value);
    [MimoTool] public static JsonArray OfJsonArray(JsonArray value) => Value(value);
    [MimoTool] public static object OfObject(object value) => Value(value);

    [MimoTool] public static bool? OfNullableBoolean(bool? value) => Value(value);
    [MimoTool] public static char? OfNullableChar(char? value) => Value(value);
    [MimoTool] public static string? OfNullableString(string? value) => Value(value);
    [MimoTool] public static int? OfNullableInt32(int? value) => Value(value);
    [MimoTool] public static Int128? OfNullableInt128(Int128? value) => Value(value);
    [MimoTool] public static BigInteger? OfNullableBigInteger(BigInteger? value) => Value(value);
    [MimoTool] public static Half? OfNullableHalf(Half? value) => Value(value);
    [MimoTool] public static double? OfNullableDouble(double? value) => Value(value);
    [MimoTool] public static decimal? OfNullableDecimal(decimal? value) => Value(value);
    [MimoTool] public static Guid? OfNullableGuid(Guid? value) => Value(value);
    [MimoTool] public static DateTimeOffset? OfNullableDateTimeOffset(DateTimeOffset? value) => Value(value);
    [MimoTool] public static TimeSpan? OfNullableTimeSpan(TimeSpan? value) => Value(value);
    [MimoTool] public static Uri? OfNullableUri(Uri? value) => Value(value);
    [MimoTool] public static Version? OfNullableVersion(Version? value) => Value(value);
    [MimoTool] public static byte[]? OfNullableByteArray(byte[]? value) => Value(value);
    [MimoTool] public static ReadOnlyMemory<byte>? OfNullableByteMemory(ReadOnlyMemory<byte>? value) => Value(value);
    [MimoTool] public static JsonElement? OfNullableJsonElement(JsonElement? value) => Value(value);
    [MimoTool] public static object? OfNullableObject(object? value) => Value(value);
}
