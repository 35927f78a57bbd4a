using System.Text.Json.Serialization;

namespace Mimo.Types.Tests.Catalogue;

public enum Color
{
    Red,
    Green,
    Blue,
}

/// <summary>More members than stand in place twice.</summary>
public enum Weekday
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

public enum Renamed
{
    [JsonStringEnumMemberName("first choice")] First,
    [JsonStringEnumMemberName("\"second\" \\ choice")] Second,
    [JsonStringEnumMemberName("третий")] Third,
    Fourth,
}

public enum Aliased
{
    None = 0,
    Slow = 1,
    Sluggish = 1,
    Fast = 2,
    Default = Slow,
}

public enum Negative : sbyte
{
    Lowest = sbyte.MinValue,
    Below = -1,
    Zero = 0,
    Highest = sbyte.MaxValue,
}

public enum Wide : ulong
{
    Nothing = 0,
    Half = 1UL << 63,
    Everything = ulong.MaxValue,
}

public enum Deep : long
{
    Bottom = long.MinValue,
    Top = long.MaxValue,
}

public enum Tiny : byte
{
    One = 1,
    Most = byte.MaxValue,
}

/// <summary>Names that are keywords somewhere, or that only C# escapes.</summary>
public enum Words
{
    @class,
    @null,
    @true,
    and,
    or,
    not,
    when,
    await,
    value,
    reader,
    writer,
}

public enum CaseMatters
{
    ab,
    Ab,
    AB,
}

public enum Única
{
    Ñandú,
    日本,
    Übergröße,
}

[JsonConverter(typeof(JsonStringEnumConverter<Marked>))]
public enum Marked
{
    Plain,
    Fancy,
}

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
    Execute = 4,
    ReadWrite = Read | Write,
    All = Read | Write | Execute,
}

/// <summary>All bits set is a negative number here.</summary>
[Flags]
public enum SignedFlags
{
    First = 1,
    Second = 2,
    Last = int.MinValue,
    All = -1,
}

/// <summary>No single bit has a name of its own.</summary>
[Flags]
public enum OverlappingFlags : byte
{
    LeftAndMiddle = 0b011,
    MiddleAndRight = 0b110,
}

[Flags]
public enum WideFlags : ulong
{
    [JsonStringEnumMemberName("lowest bit")] Lowest = 1,
    Middle = 1UL << 32,
    Highest = 1UL << 63,
}
