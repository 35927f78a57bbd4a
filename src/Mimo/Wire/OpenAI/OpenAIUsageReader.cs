using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Reads <c>usage</c>; one that counts nothing is none. Prompt tokens already include the cached ones, completion tokens the reasoning.</summary>
internal static class OpenAIUsageReader
{
    public static MimoUsage? Read(ref Utf8JsonReader reader)
    {
        if (!WireReader.StartsObject(ref reader))
        {
            return null;
        }

        long? input = null;
        long? output = null;
        long cached = 0;
        long reasoning = 0;
        long searches = 0;
        long pages = 0;
        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "prompt_tokens"u8))
            {
                input = WireReader.Integer(ref reader);
            }
            else if (WireReader.Is(ref reader, "completion_tokens"u8))
            {
                output = WireReader.Integer(ref reader);
            }
            else if (WireReader.Is(ref reader, "prompt_tokens_details"u8))
            {
                cached = ReadDetail(ref reader, "cached_tokens"u8);
            }
            else if (WireReader.Is(ref reader, "completion_tokens_details"u8))
            {
                reasoning = ReadDetail(ref reader, "reasoning_tokens"u8);
            }
            else if (WireReader.Is(ref reader, "web_search_usage"u8))
            {
                ReadWebSearch(ref reader, out searches, out pages);
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }

        return input is null && output is null && searches == 0 && pages == 0 ? null : new MimoUsage
        {
            InputTokens = input ?? 0,
            CachedInputTokens = cached,
            OutputTokens = output ?? 0,
            ReasoningTokens = reasoning,
            WebSearches = searches,
            WebPages = pages,
        };
    }

    private static void ReadWebSearch(ref Utf8JsonReader reader, out long searches, out long pages)
    {
        searches = 0;
        pages = 0;
        if (WireReader.StartsObject(ref reader))
        {
            while (WireReader.NextMember(ref reader))
            {
                if (WireReader.Is(ref reader, "tool_usage"u8))
                {
                    searches = WireReader.Integer(ref reader) ?? 0;
                }
                else if (WireReader.Is(ref reader, "page_usage"u8))
                {
                    pages = WireReader.Integer(ref reader) ?? 0;
                }
                else
                {
                    WireReader.SkipMember(ref reader);
                }
            }
        }
    }

    private static long ReadDetail(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        long value = 0;
        if (WireReader.StartsObject(ref reader))
        {
            while (WireReader.NextMember(ref reader))
            {
                if (WireReader.Is(ref reader, name))
                {
                    value = WireReader.Integer(ref reader) ?? 0;
                }
                else
                {
                    WireReader.SkipMember(ref reader);
                }
            }
        }

        return value;
    }
}
