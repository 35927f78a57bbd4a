using static Mimo.Types.Tests.Judging.Kept;

namespace Mimo.Types.Tests.Catalogue;

public static partial class EnumTools
{
    [MimoTool] public static Color OfColor(Color value) => Value(value);
    [MimoTool] public static Weekday OfWeekday(Weekday value) => Value(value);
    [MimoTool] public static Renamed OfRenamed(Renamed value) => Value(value);
    [MimoTool] public static Aliased OfAliased(Aliased value) => Value(value);
    [MimoTool] public static Negative OfNegative(Negative value) => Value(value);
    [MimoTool] public static Wide OfWide(Wide value) => Value(value);
    [MimoTool] public static Deep OfDeep(Deep value) => Value(value);
    [MimoTool] public static Tiny OfTiny(Tiny value) => Value(value);
    [MimoTool] public static Words OfWords(Words value) => Value(value);
    [MimoTool] public static CaseMatters OfCaseMatters(CaseMatters value) => Value(value);
    [MimoTool] public static Única OfNotAscii(Única value) => Value(value);
    [MimoTool] public static Marked OfMarked(Marked value) => Value(value);
    [MimoTool] public static Access OfAccess(Access value) => Value(value);
    [MimoTool] public static SignedFlags OfSignedFlags(SignedFlags value) => Value(value);
    [MimoTool] public static OverlappingFlags OfOverlappingFlags(OverlappingFlags value) => Value(value);
    [MimoTool] public static WideFlags OfWideFlags(WideFlags value) => Value(value);

    [MimoTool] public static Color? OfNullableColor(Color? value) => Value(value);
    [MimoTool] public static Weekday? OfNullableWeekday(Weekday? value) => Value(value);
    [MimoTool] public static Access? OfNullableAccess(Access? value) => Value(value);
    [MimoTool] public static Color?[] OfNullableColors(Color?[] value) => Value(value);
    [MimoTool] public static List<Access> OfAccessList(List<Access> value) => Value(value);
    [MimoTool] public static Access?[] OfNullableAccessArray(Access?[] value) => Value(value);
    [MimoTool] public static Dictionary<Color, Color> OfColorToColor(Dictionary<Color, Color> value) => Value(value);
    [MimoTool] public static Dictionary<Words, Weekday?> OfWordsToWeekday(Dictionary<Words, Weekday?> value) => Value(value);
    [MimoTool] public static Dictionary<Renamed, Access> OfRenamedToAccess(Dictionary<Renamed, Access> value) => Value(value);
    [MimoTool] public static Dictionary<Aliased, Marked> OfAliasedToMarked(Dictionary<Aliased, Marked> value) => Value(value);
    [MimoTool] public static Dictionary<Wide, Negative> OfWideToNegative(Dictionary<Wide, Negative> value) => Value(value);
}
