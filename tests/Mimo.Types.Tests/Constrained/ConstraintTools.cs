using System.ComponentModel.DataAnnotations;
using Mimo.Types.Tests.Catalogue;
using static Mimo.Types.Tests.Judging.Kept;

namespace Mimo.Types.Tests.Constrained;

public static partial class ConstraintTools
{
    [MimoTool] public static int OfRange([Range(1, 10)] int value) => Value(value);
    [MimoTool] public static int? OfNullableRange([Range(-5, 5)] int? value) => Value(value);
    [MimoTool] public static long OfExclusiveRange([Range(typeof(long), "-3", "9007199254740993", MinimumIsExclusive = true, MaximumIsExclusive = true)] long value) => Value(value);
    [MimoTool] public static byte OfRangeBeyondItsType([Range(5, 1000)] byte value) => Value(value);
    [MimoTool] public static double OfFraction([Range(0.0, 1.0)] double value) => Value(value);
    [MimoTool] public static double OfExclusiveFraction([Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)] double value) => Value(value);
    [MimoTool] public static float OfSingle([Range(0.5f, 0.75f)] float value) => Value(value);
    [MimoTool] public static decimal OfPrice([Range(typeof(decimal), "0.01", "99.99")] decimal value) => Value(value);
    [MimoTool] public static int OfAllowedNumbers([AllowedValues(1, 2, 4)] int value) => Value(value);
    [MimoTool] public static int? OfNullableAllowedNumbers([AllowedValues(1, 2, 4)] int? value) => Value(value);
    [MimoTool] public static double OfAllowedFractions([AllowedValues(0.25, 0.5)] double value) => Value(value);
    [MimoTool] public static int OfDeniedNumbers([DeniedValues(0, 13)] int value) => Value(value);

    [MimoTool] public static string OfText([StringLength(5, MinimumLength = 2)] string value) => Value(value);
    [MimoTool] public static string OfLongText([MinLength(20)] string value) => Value(value);
    [MimoTool] public static string? OfNullableText([MaxLength(3)] string? value) => Value(value);
    [MimoTool] public static string OfPattern([RegularExpression(@"[A-Z]{2}-\d{2}")] string value) => Value(value);
    [MimoTool] public static string OfAlternatives([RegularExpression("http|https")] string value) => Value(value);
    [MimoTool] public static string OfAllowedTexts([AllowedValues("a", "b c", "")] string value) => Value(value);
    [MimoTool] public static string OfDeniedTexts([DeniedValues("no", "never")] string value) => Value(value);
    [MimoTool] public static string OfEmail([EmailAddress] string value) => Value(value);
    [MimoTool] public static string OfBase64([Base64String] string value) => Value(value);
    [MimoTool] public static Weekday OfAllowedDays([AllowedValues(Weekday.Monday, Weekday.Friday)] Weekday value) => Value(value);

    [MimoTool] public static byte[] OfBytes([Length(2, 5)] byte[] value) => Value(value);
    [MimoTool] public static byte[] OfManyBytes([MinLength(7)] byte[] value) => Value(value);
    [MimoTool] public static string[] OfItems([Length(1, 2)] string[] value) => Value(value);
    [MimoTool] public static List<int?> OfThree([Length(3, 3)] List<int?> value) => Value(value);
    [MimoTool] public static Dictionary<string, int> OfEntries([Length(1, 2)] Dictionary<string, int> value) => Value(value);
    [MimoTool] public static Dictionary<Color, int>? OfFewEntries([MaxLength(2)] Dictionary<Color, int>? value) => Value(value);

    [MimoTool] public static Limits OfLimits(Limits value) => Value(value);
    [MimoTool] public static List<Limits> OfManyLimits([Length(1, 3)] List<Limits> value) => Value(value);
    [MimoTool] public static Dictionary<string, Limits?> OfLimitsByName(Dictionary<string, Limits?> value) => Value(value);
}

/// <summary>A rule for each kind of member, on required ones and on those that may be left out.</summary>
public sealed class Limits
{
    [Range(0, 100)]
    public required int Percent { get; init; }

    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double? Share { get; init; }

    [StringLength(4, MinimumLength = 1)]
    public required string Name { get; init; }

    [RegularExpression(@"^[a-z]+(\.[a-z]+)*$")]
    public string? Path { get; init; }

    [AllowedValues("low", "high")]
    public required string? Level { get; init; }

    [DeniedValues(0)]
    public int Step { get; init; } = 1;

    [MinLength(1)]
    public List<Limits>? Inner { get; init; }

    [MaxLength(1)]
    public Dictionary<string, string> Notes { get; init; } = [];
}
