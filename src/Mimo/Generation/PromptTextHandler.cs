using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mimo.Generation;

/// <summary>
/// Renders templates, which generated code writes as interpolated strings: always in the invariant culture, into a pooled buffer,
/// with values appended where they stand rather than made strings first. Inserted text is never parsed.
/// </summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A handler is used once and never compared.")]
public ref struct PromptTextHandler
{
    private const int ShortestFence = 3;

    /// <summary>All that anyone could take for the end of a line; the framework's own list lacks the vertical tab.</summary>
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\f\v\u0085\u2028\u2029");

    private DefaultInterpolatedStringHandler _text;
    private UntrustedMarker _marker;

    /// <summary>Called by the compiler.</summary>
    public PromptTextHandler(int literalLength, int formattedCount) =>
        _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Appends what stands in the template.</summary>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>Appends a text; nothing for null.</summary>
    public void AppendFormatted(string? value) => _text.AppendLiteral(value ?? "");

    /// <summary>Appends a truth value, which is the one primitive that would have to become a string first.</summary>
    public void AppendFormatted(bool value) => _text.AppendLiteral(value ? bool.TrueString : bool.FalseString);

    /// <summary>Appends a value; nothing for null.</summary>
    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    /// <summary>Appends a value if there is one.</summary>
    public void AppendFormatted<T>(T? value)
        where T : struct
    {
        // Formatted as itself, a nullable value would be boxed.
        if (value is { } present)
        {
            _text.AppendFormatted(present);
        }
    }

    /// <summary>Appends a value by its format string.</summary>
    public void AppendFormatted<T>(FormattedValue<T> value) => _text.AppendFormatted(value.Value, value.Format);

    /// <summary>Appends a value by its format string, if there is one.</summary>
    public void AppendFormatted<T>(FormattedValue<T?> value)
        where T : struct
    {
        if (value.Value is { } present)
        {
            _text.AppendFormatted(present, value.Format);
        }
    }

    /// <summary>Appends a value as JSON.</summary>
    public void AppendFormatted<T>(JsonValue<T> value) => JsonContent.AppendTo(ref _text, value.Value, value.Write);

    /// <summary>Appends a value in a fenced block.</summary>
    public void AppendFormatted<T>(FencedValue<T> value)
    {
        var content = new ValueText();
        try
        {
            AppendFence(content.Format(value.Value));
        }
        finally
        {
            content.Dispose();
        }
    }

    /// <summary>Appends a bulleted line for each item.</summary>
    public void AppendFormatted<T>(ListedValues<T> values)
    {
        switch (values.Items)
        {
            case null:
                break;
            case T[] array:
                AppendItems<T>(array);
                break;
            case List<T> list:
                AppendItems<T>(CollectionsMarshal.AsSpan(list));
                break;
            case IReadOnlyList<T> list:
                for (int index = 0; index < list.Count; index++)
                {
                    AppendItem(list[index], index == 0);
                }

                break;
            default:
                bool isFirst = true;
                foreach (T item in values.Items)
                {
                    AppendItem(item, isFirst);
                    isFirst = false;
                }

                break;
        }
    }

    /// <summary>Opens the fence of an untrusted value, with a marker that nobody could know beforehand.</summary>
    public void AppendFormatted(UntrustedBegin begin)
    {
        _marker = begin.IsExample ? default : UntrustedMarker.Create();
        _marker.AppendBegin(ref _text);
    }

    /// <summary>Closes the fence of an untrusted value.</summary>
    public void AppendFormatted(UntrustedEnd end) => _marker.AppendEnd(ref _text);

    internal string ToStringAndClear() => _text.ToStringAndClear();

    private void AppendFence(ReadOnlySpan<char> content)
    {
        int longestRun = 0;
        int run = 0;
        foreach (char character in content)
        {
            run = character == '`' ? run + 1 : 0;
            longestRun = Math.Max(longestRun, run);
        }

        int length = Math.Max(ShortestFence, longestRun + 1);
        AppendBackticks(length);
        _text.AppendLiteral("\n");
        _text.AppendFormatted(content);
        _text.AppendLiteral("\n");
        AppendBackticks(length);
    }

    private void AppendBackticks(int count)
    {
        const string Backticks = "````````````````";
        for (; count > 0; count -= Backticks.Length)
        {
            _text.AppendFormatted(Backticks.AsSpan(0, Math.Min(count, Backticks.Length)));
        }
    }

    private void AppendItems<T>(ReadOnlySpan<T> items)
    {
        for (int index = 0; index < items.Length; index++)
        {
            AppendItem(items[index], index == 0);
        }
    }

    private void AppendItem<T>(T item, bool isFirst)
    {
        _text.AppendLiteral(isFirst ? "- " : "\n- ");
        if ((typeof(T).IsPrimitive && typeof(T) != typeof(char)) || typeof(T).IsEnum)
        {
            _text.AppendFormatted(item);
            return;
        }

        var content = new ValueText();
        try
        {
            AppendIndented(content.Format(item));
        }
        finally
        {
            content.Dispose();
        }
    }

    /// <summary>Whatever breaks a line becomes one kind of break, after which no bullet of ours can stand.</summary>
    private void AppendIndented(ReadOnlySpan<char> text)
    {
        for (int end; (end = text.IndexOfAny(LineBreaks)) >= 0; text = text[(text[end..] is ['\r', '\n', ..] ? end + 2 : end + 1)..])
        {
            _text.AppendFormatted(text[..end]);
            _text.AppendLiteral("\n  ");
        }

        _text.AppendFormatted(text);
    }
}
