using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>
/// Reads <c>usage</c>, in streams piece by piece: MiMo's first one is all zero and the last one holds the truth. Unlike in the
/// OpenAI format the input excludes what came from the cache.
/// </summary>
internal struct AnthropicUsageReader
{
    private long _input;
    private long _output;
    private long _cacheRead;
    private long _cacheCreation;
    private bool _hasAny;

    public readonly MimoUsage? Usage => !_hasAny ? null : new MimoUsage
    {
        InputTokens = _input + _cacheRead + _cacheCreation,
        CachedInputTokens = _cacheRead,
        OutputTokens = _output,
    };

    public void Read(ref Utf8JsonReader reader)
    {
        if (!WireReader.StartsObject(ref reader))
        {
            return;
        }

        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "input_tokens"u8))
            {
                Take(ref _input, ref reader);
            }
            else if (WireReader.Is(ref reader, "output_tokens"u8))
            {
                Take(ref _output, ref reader);
            }
            else if (WireReader.Is(ref reader, "cache_read_input_tokens"u8))
            {
                Take(ref _cacheRead, ref reader);
            }
            else if (WireReader.Is(ref reader, "cache_creation_input_tokens"u8))
            {
                Take(ref _cacheCreation, ref reader);
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }
    }

    private void Take(ref long count, ref Utf8JsonReader reader)
    {
        if (WireReader.Integer(ref reader) is { } value)
        {
            _hasAny = true;
            count = value == 0 ? count : value;
        }
    }
}
