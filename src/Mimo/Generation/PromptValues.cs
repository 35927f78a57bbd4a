using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mimo.Generation;

/// <summary>A value with a .NET format string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It only lives within one interpolated string.")]
public readonly struct FormattedValue<T>
{
    internal FormattedValue(T value, string format)
    {
        Value = value;
        Format = format;
    }

    internal T Value { get; }

    internal string Format { get; }
}

/// <summary>Values of which each is a bulleted line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It only lives within one interpolated string.")]
public readonly struct ListedValues<T>
{
    internal ListedValues(IEnumerable<T>? items) => Items = items;

    internal IEnumerable<T>? Items { get; }
}

/// <summary>A value in a fenced block.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It only lives within one interpolated string.")]
public readonly struct FencedValue<T>
{
    internal FencedValue(T value) => Value = value;

    internal T Value { get; }
}

/// <summary>A value as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It only lives within one interpolated string.")]
public readonly struct JsonValue<T>
{
    internal JsonValue(T value, ModelJsonWrite<T> write)
    {
        Value = value;
        Write = write;
    }

    internal T Value { get; }

    internal ModelJsonWrite<T> Write { get; }
}

/// <summary>The fence before an untrusted value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It only lives within one interpolated string.")]
public readonly struct UntrustedBegin
{
    internal UntrustedBegin(bool isExample) => IsExample = isExample;

    /// <summary>Whether the value is the developer's own.</summary>
    internal bool IsExample { get; }
}

/// <summary>The fence after an untrusted value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It only lives within one interpolated string.")]
public readonly struct UntrustedEnd;
