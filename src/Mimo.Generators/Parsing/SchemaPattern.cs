namespace Mimo.Generators.Parsing;

/// <summary>
/// Compares .NET's regular expressions with those of JSON Schema, which are ECMAScript's (ECMA-262, with its <c>u</c> flag). A model or
/// another reader takes the pattern from the schema, so it has to mean the same to both.
/// </summary>
internal static class SchemaPattern
{
    /// <summary>The first thing in a pattern that only .NET understands, as a clause; null if there is none.</summary>
    public static string? FindForeign(string pattern)
    {
        bool isInClass = false;
        for (int index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '\\' when index + 1 < pattern.Length:
                    index++;
                    if (FindForeignEscape(pattern, index) is { } escape)
                    {
                        return escape;
                    }

                    break;
                case '[' when isInClass && pattern[index - 1] == '-':
                    return "subtracts one character class from another, as in [a-z-[aeiou]]";
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '(' when !isInClass && index + 2 < pattern.Length && pattern[index + 1] == '?':
                    if (FindForeignGroup(pattern, index + 2) is { } group)
                    {
                        return group;
                    }

                    break;
            }
        }

        return null;
    }

    private static string? FindForeignEscape(string pattern, int index) => pattern[index] switch
    {
        'A' => "starts with '\\A'; write '^'",
        'Z' or 'z' => $"ends with '\\{pattern[index]}'; write '$'",
        'G' => "uses '\\G', the end of the previous match",
        'a' => "uses '\\a'; write '\\x07'",
        'e' => "uses '\\e'; write '\\x1B'",
        'k' when index + 1 < pattern.Length && pattern[index + 1] == '\'' => "names a group in quotes; write '\\k<name>'",
        'p' or 'P' when string.CompareOrdinal(pattern, index + 1, "{Is", 0, 3) == 0 => $"names a Unicode block, '\\{pattern[index]}{{Is…}}'; write the range of its characters",
        _ => null,
    };

    private static string? FindForeignGroup(string pattern, int index)
    {
        switch (pattern[index])
        {
            case ':' or '=' or '!':
                return null;
            case '<' when index + 1 < pattern.Length && pattern[index + 1] is '=' or '!':
                return null;
            case '<':
                int end = pattern.IndexOf('>', index);
                return end > index && pattern.IndexOf('-', index, end - index) >= 0 ? "has a balancing group, '(?<name-other>…)'" : null;
            case '\'':
                return "names a group in quotes; write '(?<name>…)'";
            case '>':
                return "has an atomic group, '(?>…)'";
            case '#':
                return "has a comment, '(?#…)'";
            case '(':
                return "has a condition, '(?(…)…|…)'";
            default:
                return "sets options inside, such as '(?i)'";
        }
    }
}
