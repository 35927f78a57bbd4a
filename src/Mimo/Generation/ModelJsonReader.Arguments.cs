using System.Text.Json;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>Enters a tool call's arguments; if they came as a JSON string that holds an object, they are unpacked.</summary>
    /// <param name="text">The JSON that the reader is in from then on, from the start of which it counts.</param>
    /// <returns>False, with a problem recorded, if there is no object.</returns>
    internal bool StartArguments(ref ReadOnlySpan<byte> text)
    {
        text = WithoutByteOrderMark(text);
        if (!Advance())
        {
            return false;
        }

        if (_json.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        if (_json.TokenType == JsonTokenType.String && TryGetNestedJson(out byte[]? utf8Json))
        {
            // Nothing outside the string is left to come back to, so the reader itself moves inside.
            text = utf8Json;
            _json = Open(utf8Json);
            _textDepth++;
            return StartArguments(ref text);
        }

        Refuse("an object with the arguments");
        return false;
    }

    /// <summary>Moves from the end of a value, or the start of the object, to the next name or the object's end.</summary>
    internal bool MoveToName() => Advance() && _json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the reader stands on a member's name.</summary>
    internal readonly bool IsAtName => !_isBroken && _json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Puts the path of the current member in front of the problems found in it.</summary>
    internal readonly void Locate(ref JsonScope scope)
    {
        if (_problems is not null)
        {
            LocateInMember(ref scope);
        }
    }

    /// <summary>A reader of one value of the text that this one has been through; the problems go on.</summary>
    /// <param name="value">The value's JSON.</param>
    internal readonly ModelJsonReader At(ReadOnlySpan<byte> value)
    {
        var reader = new ModelJsonReader(value) { _problems = _problems, _textDepth = _textDepth };
        reader.Start();
        return reader;
    }

    /// <summary>A reader of the same text from its start, to which nothing has happened.</summary>
    internal readonly ModelJsonReader Again(ReadOnlySpan<byte> text) => new(text) { _textDepth = _textDepth };

    /// <summary>Takes the current name, steps over its value, and stands on the value's last token.</summary>
    internal ArgumentPlace TakeMember()
    {
        // A name that is no valid Unicode is nobody's.
        byte[] name = TryGetText(out string? text) ? System.Text.Encoding.UTF8.GetBytes(text) : [];
        Advance();
        int start = (int)_json.TokenStartIndex;
        SkipValue();
        return new ArgumentPlace(name, start, (int)_json.BytesConsumed - start);
    }
}
