using System.Runtime.CompilerServices;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>
    /// Makes this, to which nothing has happened, a reader of a tool call's arguments, and enters them; if they came as a JSON string
    /// that holds an object, they are unpacked.
    /// </summary>
    /// <param name="text">The text, without a byte order mark; afterwards the one that the reader is in, from the start of which it counts.</param>
    /// <returns>False, with a problem recorded, if there is no object.</returns>
    // Not inlined: what it takes to make a reader would be cleared with all that the caller has on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool StartArguments(ref ReadOnlySpan<byte> text)
    {
        Construct(ref _json, text, Options(text));
        _lastProblemToken = NoToken;
        return Advance() && (_json.TokenType == JsonTokenType.StartObject || UnpackArguments(ref text));
    }

    // What is assigned to a field is made elsewhere and copied, and to copy a reader that has just been written takes as long as a token.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ref Utf8JsonReader json, ReadOnlySpan<byte> text, JsonReaderOptions options);

    // Not inlined: to make a reader takes room on the stack, which must be cleared for every call, also for those that have no use for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool UnpackArguments(ref ReadOnlySpan<byte> text)
    {
        if (_json.TokenType == JsonTokenType.String && TryGetNestedJson(out byte[]? utf8Json))
        {
            End();
            if (_isBroken)
            {
                return false;
            }

            // Nothing outside the string is left to come back to, so the reader itself moves inside.
            text = ByteOrderMark.Cut(utf8Json);
            _textDepth++;
            return StartArguments(ref text);
        }

        Refuse("an object with the arguments");
        return false;
    }

    /// <summary>
    /// Moves from the end of a value, or the start of the object, to the next name or the object's end, and on to the value if the
    /// name is this one: in one step what <see cref="MoveToName"/> and <see cref="MemberIs"/> do in two.
    /// </summary>
    /// <returns>Whether the reader stands on the value.</returns>
    internal bool MoveToValueOf(ref JsonScope scope, ReadOnlySpan<byte> name)
    {
        if (_isBroken)
        {
            return false;
        }

        try
        {
            if (!_json.Read() || _json.TokenType != JsonTokenType.PropertyName || !WireReader.ValueIs(_json, name))
            {
                return false;
            }

            scope.Member = name;
            return _json.Read();
        }
        catch (JsonException exception)
        {
            Break(exception);
            return false;
        }
    }

    /// <summary>Moves from the end of a value, or the start of the object, to the next name or the object's end.</summary>
    internal bool MoveToName() => Advance() && _json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the reader stands on a member's name.</summary>
    internal readonly bool IsAtName => !_isBroken && _json.TokenType == JsonTokenType.PropertyName;

    /// <summary>
    /// Whether the last brace of the text is all that comes behind the argument that the reader is at the end of. That takes less to
    /// see than to read. Inside an argument's value it means nothing: there the brace would end the value.
    /// </summary>
    /// <param name="text">The text of the arguments.</param>
    internal readonly bool IsBeforeLastBrace(ReadOnlySpan<byte> text) => _json.BytesConsumed == text.Length - 1 && text[^1] == (byte)'}';

    /// <summary>The same as <see cref="End()"/>, without a look behind the last token where the text is known to end with it.</summary>
    /// <param name="length">The length of the text.</param>
    internal void End(int length)
    {
        if (_json.BytesConsumed != length)
        {
            End();
        }
    }

    /// <summary>A reader of one value of the text that this one has been through; the problems go on.</summary>
    /// <param name="value">The value's JSON.</param>
    internal readonly ModelJsonReader At(ReadOnlySpan<byte> value)
    {
        var reader = new ModelJsonReader(value) { _problems = _problems, _textDepth = _textDepth, _slowPatterns = _slowPatterns };
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
