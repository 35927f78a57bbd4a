using System.Buffers;
using System.Globalization;

namespace Mimo.Generation;

/// <summary>The text of a value that must be looked at before it is appended; a pooled buffer holds it where it isn't a string already.</summary>
internal ref struct ValueText
{
    private const int FirstBuffer = 256;

    private char[]? _rented;

    /// <summary>Formats a value in the invariant culture; empty for null. The text is good until the next call or the end.</summary>
    public ReadOnlySpan<char> Format<T>(T value)
    {
        if (value is string text)
        {
            return text;
        }

        if (value is ISpanFormattable)
        {
            for (int size = FirstBuffer; ; size *= 2)
            {
                Rent(size);

                // Cast anew at each use: then the value is called where it lies and never boxed.
                if (((ISpanFormattable)value).TryFormat(_rented, out int written, default, CultureInfo.InvariantCulture))
                {
                    return _rented.AsSpan(0, written);
                }
            }
        }

        return value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
            _rented = null;
        }
    }

    private void Rent(int size)
    {
        Dispose();
        _rented = ArrayPool<char>.Shared.Rent(size);
    }
}
