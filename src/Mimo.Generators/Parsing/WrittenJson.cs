namespace Mimo.Generators.Parsing;

/// <summary>A JSON value, and where in its text it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">A string's value, or a number as it is written; empty for the others.</param>
/// <param name="Items">An array's items.</param>
/// <param name="Members">An object's members, those of one name all of them.</param>
internal sealed record WrittenJson(WrittenJsonKind Kind, int Start, int End, string Text, IReadOnlyList<WrittenJson> Items, IReadOnlyList<WrittenMember> Members)
{
    public int Length => End - Start;

    /// <summary>A value that has no parts.</summary>
    public static WrittenJson Simple(WrittenJsonKind kind, int start, int end, string text = "") => new(kind, start, end, text, [], []);

    /// <summary>What it is, as the end of "but got …".</summary>
    public string Describe() => Kind switch
    {
        WrittenJsonKind.Null => "null",
        WrittenJsonKind.True => "true",
        WrittenJsonKind.False => "false",
        WrittenJsonKind.Number => Text,
        WrittenJsonKind.String => Emission.JsonText.Quote(Text.Length > LongestShown ? Text.Substring(0, LongestShown) + "…" : Text),
        WrittenJsonKind.Array => "an array",
        _ => "an object",
    };

    private const int LongestShown = 40;
}

/// <param name="Name">The member's name.</param>
/// <param name="Start">Where the name begins, with its quote.</param>
/// <param name="End">Where the name ends, exclusive.</param>
/// <param name="Value">The member's value.</param>
internal sealed record WrittenMember(string Name, int Start, int End, WrittenJson Value);

internal enum WrittenJsonKind
{
    Null,
    True,
    False,
    Number,
    String,
    Array,
    Object,
}
