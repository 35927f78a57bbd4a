using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

/// <summary>Finds the JSON in what a model wrote: all of it, what stands in a Markdown fence, or what stands between prose.</summary>
internal static class JsonExtractor
{
    // Each start that turns out not to be JSON costs a scan; prose with more stray braces than this holds no answer worth finding.
    private const int MostStarts = 64;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = ModelJsonReader.MaxDepth,
    };

    /// <summary>Finds the first complete object, or else a text that is JSON as a whole.</summary>
    /// <param name="utf8Text">What the model wrote.</param>
    /// <param name="range">Where the JSON stands.</param>
    public static bool TryFind(ReadOnlySpan<byte> utf8Text, out Range range) =>
        TryFindNext(utf8Text, start: 0, "{"u8, out range) || TryFindScalar(utf8Text, out range);

    /// <summary>
    /// Finds the first complete object or array, which is the answer if it has lines of its own, since models leave the wrapper out;
    /// in the middle of prose one that has a member <c>value</c> goes before it; or else a text that is JSON as a whole.
    /// </summary>
    /// <remarks>Prose before the answer may hold brackets of its own: <c>As in [1]: {"value":[4,5]}</c>.</remarks>
    /// <param name="utf8Text">What the model wrote.</param>
    /// <param name="range">Where the JSON stands.</param>
    public static bool TryFindWrapped(ReadOnlySpan<byte> utf8Text, out Range range)
    {
        if (!TryFindNext(utf8Text, start: 0, "{["u8, out Range first))
        {
            return TryFindScalar(utf8Text, out range);
        }

        range = first;
        for (int attempt = 0; attempt < MostStarts && !HasOwnLines(utf8Text, first); attempt++)
        {
            if (IsWrapper(utf8Text[range]))
            {
                return true;
            }

            if (!TryFindNext(utf8Text, range.End.Value, "{["u8, out range))
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

    private static bool TryFindNext(ReadOnlySpan<byte> utf8Text, int start, ReadOnlySpan<byte> openings, out Range range)
    {
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
                return true;
            }

            start++;
        }

        range = default;
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

    private static bool TryFindScalar(ReadOnlySpan<byte> utf8Text, out Range range)
    {
        range = ..utf8Text.Length;
        return TryMeasure(utf8Text, out int length) && utf8Text[length..].Trim(" \t\r\n"u8).IsEmpty;
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
