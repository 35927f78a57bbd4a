using System.Buffers;

namespace Mimo.Wire;

/// <summary>Joins text pieces in a pooled buffer. One piece alone comes out as the very string that went in.</summary>
internal sealed class TextBuilder
{
    private string? _single;
    private char[] _buffer = [];
    private int _length;

    public void Append(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_length == 0 && _single is null)
        {
            _single = text;
            return;
        }

        if (_single is not null)
        {
            AppendToBuffer(_single);
            _single = null;
        }

        AppendToBuffer(text);
    }

    /// <summary>Gives the text and starts anew.</summary>
    public string Take()
    {
        string text = _single ?? (_length == 0 ? string.Empty : new string(_buffer, 0, _length));
        _single = null;
        _length = 0;
        if (_buffer.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = [];
        }

        return text;
    }

    private void AppendToBuffer(string text)
    {
        if (_buffer.Length - _length < text.Length)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + text.Length));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            if (_buffer.Length > 0)
            {
                ArrayPool<char>.Shared.Return(_buffer);
            }

            _buffer = larger;
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }
}
