using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

/// <summary>Finds the JSON in what a model wrote: all of it, what stands in a Markdown fence, or what stands between prose.</summary>
internal static class JsonExtractor
{
    // Each start that turns out not to be JSON costs a scan; prose with more stray braces than this holds no answer worth finding.
    internal const int MostStarts = 64;

    /// <summary>How what a model wrote is read before it is known to be JSON.</summary>
    internal static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = ModelJsonReader.MaxDepth,
    };

    /// <summary>
    /// Finds the first complete object, or else a text that is JSON as a whole, or else the first object that is closed but broken
    /// within, so that its reader says what is wrong with it.
    /// </summary>
    /// <param name="utf8Text">What the model wrote.</param>
    /// <param name="range">Where the JSON stands.</param>
    public static bool TryFind(ReadOnlySpan<byte> utf8Text, out Range range) =>
        TryFindNext(utf8Text, start: 0, "{"u8, out range, out Range? broken) || TryFindScalarOr(broken, utf8Text, out range);

    /// <summary>
    /// Finds the first complete object or array, which is the answer if it has lines of its own, since models leave the wrapper out;
    /// in the middle of prose one that has a member <c>value</c> goes before it; or else a text that is JSON as a whole.
    /// </summary>
    /// <remarks>Prose before the answer may hold brackets of its own: <c>As in [1]: {"value":[4,5]}</c>.</remarks>
    /// <param name="utf8Text">What the model wrote.</param>
    /// <param name="range">Where the JSON stands.</param>
    public static bool TryFindWrapped(ReadOnlySpan<byte> utf8Text, out Range range)
    {
        if (!TryFindNext(utf8Text, start: 0, "{["u8, out Range first, out Range? broken))
        {
            return TryFindScalarOr(broken, utf8Text, out range);
        }

        range = first;
        for (int attempt = 0; attempt < MostStarts && !HasOwnLines(utf8Text, first); attempt++)
        {
            if (IsWrapper(utf8Text[range]))
            {
                return true;
            }

            if (!TryFindNext(utf8Text, range.End.Value, "{["u8, out range, out _))
            {
                break;
            }
        }

        range = first;
        return true;
    }

    private static bool HasOwnLines(ReadOnlySpan<byte> utf8Text, Range range) =>
        utf8Text[..range.Start].TrimEnd(" \t"u8) is [] or [.., (byte)'\n' or (byte)'\r']
        && utf8Text[range.End..].TrimStart(" \t"u8) is [] or [(byte)'\n' or (byte)'\r', ..];

    /// <param name="utf8Text">What the model wrote.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="openings">The brackets to look for.</param>
    /// <param name="range">Where the first complete value stands.</param>
    /// <param name="broken">Where before it, or instead, the first value stands that is closed, but no JSON; null for none.</param>
    private static bool TryFindNext(ReadOnlySpan<byte> utf8Text, int start, ReadOnlySpan<byte> openings, out Range range, out Range? broken)
    {
        broken = null;
        bool isWithin = false;
        for (int attempt = 0; attempt < MostStarts; attempt++)
        {
            int offset = utf8Text[start..].IndexOfAny(openings);
            if (offset < 0)
            {
                break;
            }

            start += offset;
            if (TryMeasure(utf8Text[start..], out int length))
            {
                range = start..(start + length);
                if (!isWithin || HasOwnLines(utf8Text, range))
                {
                    return true;
                }

                start += length;
            }
            else if (!BeginsLikeJson(utf8Text[start..]))
            {
                start++;
            }
            else if (TryFindClosing(utf8Text[start..], out length))
            {
                broken ??= start..(start + length);
                start += length;
            }
            else
            {
                // Whatever follows may be a part of it, unless it stands for itself: a model may begin anew.
                isWithin = true;
                start++;
            }
        }

        range = default;
        return false;
    }

    /// <summary>Whether what a bracket opens is JSON and no prose, so that brackets within it are no answers of their own.</summary>
    private static bool BeginsLikeJson(ReadOnlySpan<byte> utf8Text) => utf8Text[1..].TrimStart(" \t\r\n"u8) switch
    {
        [(byte)'"', ..] => true,
        [(byte)'{' or (byte)'[', ..] => utf8Text[0] == '[',
        _ => false,
    };

    /// <summary>Finds the end of what the first bracket opens, in JSON that may be broken otherwise.</summary>
    private static bool TryFindClosing(ReadOnlySpan<byte> utf8Text, out int length)
    {
        int depth = 0;
        bool isText = false;
        for (length = 0; length < utf8Text.Length; length++)
        {
            switch (utf8Text[length])
            {
                case (byte)'\\' when isText:
                    length++;
                    break;
                case (byte)'"':
                    isText = !isText;
                    break;
                case (byte)'{' or (byte)'[' when !isText:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !isText && --depth == 0:
                    length++;
                    return true;
            }
        }

        return false;
    }

    private static bool IsWrapper(ReadOnlySpan<byte> utf8Json)
    {
        var json = new Utf8JsonReader(utf8Json, Options);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (WireReader.ValueIs(json, "value"u8))
            {
                return true;
            }

            json.Skip();
        }

        return false;
    }

    private static bool TryFindScalarOr(Range? broken, ReadOnlySpan<byte> utf8Text, out Range range)
    {
        bool isScalar = TryMeasure(utf8Text, out int length) && utf8Text[length..].Trim(" \t\r\n"u8).IsEmpty;
        range = isScalar || broken is null ? ..utf8Text.Length : broken.Value;
        return isScalar || broken is not null;
    }

    private static bool TryMeasure(ReadOnlySpan<byte> utf8Text, out int length)
    {
        var json = new Utf8JsonReader(utf8Text, Options);
        try
        {
            bool isComplete = json.Read() && json.TrySkip();
            length = (int)json.BytesConsumed;
            return isComplete;
        }
        catch (JsonException)
        {
            length = 0;
            return false;
        }
    }
}
