using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>Reads one of the given names: exactly if possible, else ignoring case where that leaves no doubt.</summary>
    /// <param name="names">The names allowed.</param>
    /// <returns>The name's index, or -1 with a problem recorded.</returns>
    public int ReadName(ReadOnlySpan<string> names)
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            // Most names are ASCII, so as a rule none of them need be converted to be compared.
            for (int index = 0; !_json.ValueIsEscaped && index < names.Length; index++)
            {
                if (names[index].Length == _json.ValueSpan.Length && Ascii.Equals(_json.ValueSpan, names[index]))
                {
                    return index;
                }
            }

            if (TryGetText(out string? text) && FindName(names, text) is >= 0 and int found)
            {
                return found;
            }
        }

        Refuse(ListNames(names));
        return -1;
    }

    /// <summary>Enters the array with the names of flags.</summary>
    /// <returns>False, having done nothing, if the reader does not stand on an array.</returns>
    public readonly bool StartFlags(out JsonScope scope) => StartArray(out scope);

    /// <summary>Moves to the value of a dictionary's next entry.</summary>
    /// <returns>False at the dictionary's end.</returns>
    public bool NextEntry(ref JsonScope scope, out string name)
    {
        name = "";
        if (!NextMember(ref scope))
        {
            return false;
        }

        bool isText = TryGetText(out string? text);
        name = text ?? "";
        scope.Entry = name;
        if (!isText)
        {
            Reject("a name of valid Unicode");
        }

        return Advance();
    }

    /// <summary>Reads a dictionary entry's name as an integer.</summary>
    public T NameAsInteger<T>(string name)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (name is not [.., IgnoredByParsers] && T.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value))
        {
            return value;
        }

        RejectName(string.Create(CultureInfo.InvariantCulture, $"an integer from {T.MinValue} to {T.MaxValue}"));
        return default;
    }

    /// <summary>Reads a dictionary entry's name as a GUID.</summary>
    public Guid NameAsGuid(string name)
    {
        if (Guid.TryParse(name, out Guid value))
        {
            return value;
        }

        RejectName("a UUID");
        return default;
    }

    /// <summary>Reads a dictionary entry's name as one of the given names: exactly if possible, else ignoring case where that leaves no doubt.</summary>
    /// <returns>The name's index, or -1 with a problem recorded.</returns>
    public int NameAsOneOf(string name, ReadOnlySpan<string> names)
    {
        int index = FindName(names, name);
        if (index < 0)
        {
            RejectName(ListNames(names));
        }

        return index;
    }

    private void RejectName(string expected)
    {
        if (!_isBroken)
        {
            Add(new JsonProblem("", "expected the name itself to be " + expected));
        }
    }

    private static int FindName(ReadOnlySpan<string> names, string text)
    {
        if (names.IndexOf(text) is >= 0 and int exact)
        {
            return exact;
        }

        ReadOnlySpan<char> wanted = text.AsSpan().Trim();
        int found = -1;
        bool isInDoubt = false;
        for (int index = 0; index < names.Length; index++)
        {
            if (wanted.Equals(names[index], StringComparison.OrdinalIgnoreCase))
            {
                if (wanted.SequenceEqual(names[index]))
                {
                    return index;
                }

                isInDoubt = found >= 0;
                found = index;
            }
        }

        return isInDoubt ? -1 : found;
    }

    private static string ListNames(ReadOnlySpan<string> names) => names.Length switch
    {
        0 => "nothing (no value is allowed)",
        1 => "\"" + names[0] + "\"",
        _ => "one of \"" + string.Join("\", \"", names.ToArray()) + "\"",
    };
}
