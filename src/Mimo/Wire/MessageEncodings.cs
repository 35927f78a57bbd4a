namespace Mimo.Wire;

/// <summary>
/// What one message looks like in each format, kept with the message once it is sent a second time: in a long conversation every
/// request repeats all earlier messages, which then cost a copy only. The first time is not kept, so a message sent once costs
/// nothing beyond its bytes. Threads that race do the same work twice, never a wrong one.
/// </summary>
internal struct MessageEncodings
{
    private byte[]? _openAI;
    private byte[]? _anthropic;
    private bool _wasSentAsOpenAI;
    private bool _wasSentAsAnthropic;

    public readonly byte[]? Get(MimoFormat format) => format == MimoFormat.OpenAI ? _openAI : _anthropic;

    public void Keep(MimoFormat format, byte[] encoded)
    {
        if (format == MimoFormat.OpenAI)
        {
            _openAI = encoded;
        }
        else
        {
            _anthropic = encoded;
        }
    }

    /// <summary>Notes that the message is being sent.</summary>
    /// <param name="format">The format it is sent in.</param>
    /// <returns>Whether it was sent in this format before.</returns>
    public bool NoteSending(MimoFormat format)
    {
        bool wasSent = format == MimoFormat.OpenAI ? _wasSentAsOpenAI : _wasSentAsAnthropic;
        if (format == MimoFormat.OpenAI)
        {
            _wasSentAsOpenAI = true;
        }
        else
        {
            _wasSentAsAnthropic = true;
        }

        return wasSent;
    }
}
