using System.Text;
using System.Text.Json;

namespace Mimo.Generation;

/// <summary>
/// An answer's text as it streams in. Finds where the JSON begins, as <see cref="JsonExtractor"/> does in a text that is whole, and
/// gives out each token as soon as its last byte is there. Each byte is looked at once, or twice in a string; those of a number or
/// literal that comes in pieces more often.
/// </summary>
/// <param name="mayBeArray">
/// Whether the JSON may be an array; if so, one in the middle of a line of prose must look like the answer: nothing that was given
/// out can be taken back, and <c>[1]</c> there is a citation.
/// </param>
internal abstract class StreamedJson(bool mayBeArray)
{
    private const int FirstCapacity = 1024;

    // Keeps half of a surrogate pair that a piece ends with until the other half comes.
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private byte[] _text = new byte[FirstCapacity];
    private int _length;
    private int _start;
    private int _starts;
    private int _read;
    private JsonReaderState _state = new(JsonExtractor.Options);
    private bool _hasStart;
    private bool _isInString;
    private bool _isBetweenTokens;

    /// <summary>Whether the JSON's last byte has come; what follows is prose.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether what was taken for JSON turned out to be none, and no later start may be tried.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether a start that turns out to be none may be given up for a later one.</summary>
    protected virtual bool MayStartAgain => true;

    /// <summary>All text so far.</summary>
    protected ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    /// <summary>What stands behind the last complete token: nothing, or the beginning of the next.</summary>
    protected ReadOnlySpan<byte> Rest => _text.AsSpan(_read, _length - _read);

    /// <summary>Where <see cref="Rest"/> begins in <see cref="Text"/>.</summary>
    protected int RestStart => _read;

    /// <summary>Takes the next piece of the text, cut anywhere.</summary>
    public void Append(ReadOnlySpan<char> piece)
    {
        if (IsComplete || IsBroken)
        {
            return;
        }

        Reserve(Encoding.UTF8.GetMaxByteCount(piece.Length));
        int added = _length;
        _length += _encoder.GetBytes(piece, _text.AsSpan(_length), flush: false);
        if (MayCompleteToken(added))
        {
            Read();
        }
    }

    /// <summary>Takes the next token.</summary>
    /// <param name="json">Stands on the token.</param>
    /// <param name="start">Where the token begins in <see cref="Text"/>.</param>
    /// <param name="end">Where it ends.</param>
    protected abstract void Take(ref Utf8JsonReader json, int start, int end);

    /// <summary>Forgets all tokens: they were none.</summary>
    protected abstract void StartAgain();

    private void Reserve(int length)
    {
        if (_text.Length - _length < length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + length));
        }
    }

    /// <summary>
    /// Whether a token may be complete with what was added. A string of which more comes would be read from its first quote again, and
    /// white space before the next token from its beginning, and a model that runs away writes either without end.
    /// </summary>
    private bool MayCompleteToken(int added) =>
        _isInString ? HasClosingQuote(added) : !_isBetweenTokens || _text.AsSpan(added, _length - added).ContainsAnyExcept(" \t\r\n"u8);

    private bool HasClosingQuote(int position)
    {
        while (_text.AsSpan(position, _length - position).IndexOf((byte)'"') is >= 0 and int offset)
        {
            position += offset;
            if ((position - Text[..position].TrimEnd((byte)'\\').Length) % 2 == 0)
            {
                return true;
            }

            position++;
        }

        return false;
    }

    private void Read()
    {
        while (!IsBroken && (_hasStart || FindStart()) && !TryReadTokens())
        {
            _hasStart = false;
            IsBroken = !MayStartAgain || ++_starts == JsonExtractor.MostStarts;
            if (!IsBroken)
            {
                _start++;
                StartAgain();
            }
        }
    }

    private bool FindStart()
    {
        ReadOnlySpan<byte> openings = mayBeArray ? "{["u8 : "{"u8;
        _hasStart = false;
        _isInString = false;
        _isBetweenTokens = false;
        while (!_hasStart && Text[_start..].IndexOfAny(openings) is >= 0 and int offset)
        {
            _start += offset;
            bool? isStart = Text[_start] == (byte)'{' ? true : MayBeginList(_start);
            if (isStart is null)
            {
                return false;
            }

            _hasStart = isStart.Value;
            _start += _hasStart ? 0 : 1;
        }

        _start = _hasStart ? _start : _length;
        _read = _start;
        _state = new JsonReaderState(JsonExtractor.Options);
        return _hasStart;
    }

    /// <summary>Whether a bracket begins a line, stands behind a colon or a fence, or is that of a list of objects; null while what tells has not come.</summary>
    private bool? MayBeginList(int position)
    {
        ReadOnlySpan<byte> before = Text[..position].TrimEnd(" \t"u8);
        if (before is [] or [.., (byte)'\n' or (byte)'\r' or (byte)':' or (byte)'`'] || before.EndsWith("`json"u8))
        {
            return true;
        }

        ReadOnlySpan<byte> after = Text[(position + 1)..].TrimStart(" \t\r\n"u8);
        return after.IsEmpty ? null : after[0] == (byte)'{';
    }

    /// <returns>False if the text is no JSON.</returns>
    private bool TryReadTokens()
    {
        var json = new Utf8JsonReader(Rest, isFinalBlock: false, _state);
        try
        {
            while (!IsComplete && json.Read())
            {
                Take(ref json, _read + (int)json.TokenStartIndex, _read + (int)json.BytesConsumed);
                IsComplete = json is { CurrentDepth: 0, TokenType: JsonTokenType.EndObject or JsonTokenType.EndArray };
            }
        }
        catch (JsonException)
        {
            return false;
        }

        _read += (int)json.BytesConsumed;
        _state = json.CurrentState;
        ReadOnlySpan<byte> next = Rest.TrimStart(" \t\r\n,"u8);
        bool isString = next is [(byte)'"', ..];
        _isInString = isString && !HasClosingQuote(_length - next.Length + 1);

        // A string that is there as a whole is a name that waits for its colon.
        _isBetweenTokens = isString || next.IsEmpty;
        return true;
    }
}
