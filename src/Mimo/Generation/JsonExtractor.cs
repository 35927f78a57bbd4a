using System.Text.Json;

namespace Mimo.Generation;

/// <summary>Finds the JSON in what a model wrote: all of it, what stands in a Markdown fence, or what stands between prose.</summary>
internal static class JsonExtractor
{
    // Each start that turns out not to be JSON costs a scan; prose with more stray braces than this holds no answer worth finding.
    private const int MostStarts = 64;

    /// <summary>Finds the first complete object; or array, where one is wanted; or else a text that is JSON as a whole.</summary>
    /// <param name="utf8Text">What the model wrote.</param>
    /// <param name="mayBeArray">Whether an array is an answer; if not, brackets in prose are passed over.</param>
    /// <param name="range">Where the JSON stands.</param>
    public static bool TryFind(ReadOnlySpan<byte> utf8Text, bool mayBeArray, out Range range)
    {
        ReadOnlySpan<byte> openings = mayBeArray ? "{["u8 : "{"u8;
        int start = 0;
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

        return TryFindScalar(utf8Text, out range);
    }

    private static bool TryFindScalar(ReadOnlySpan<byte> utf8Text, out Range range)
    {
        range = ..utf8Text.Length;
        return TryMeasure(utf8Text, out int length) && utf8Text[length..].Trim(" \t\r\n"u8).IsEmpty;
    }

    private static bool TryMeasure(ReadOnlySpan<byte> utf8Text, out int length)
    {
        var json = new Utf8JsonReader(utf8Text, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = ModelJsonReader.MaxDepth,
        });
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
