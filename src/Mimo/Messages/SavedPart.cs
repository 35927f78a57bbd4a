using System.Text.Json;
using Mimo.Wire;

namespace Mimo;

/// <summary>One content part of a saved transcript, read member by member.</summary>
internal sealed class SavedPart
{
    private string? _type;
    private string? _text;
    private string? _signature;
    private string? _uri;
    private string? _mediaType;
    private string? _mediaResolution;
    private double? _framesPerSecond;
    private byte[] _data = [];

    public static SavedPart Read(ref Utf8JsonReader reader)
    {
        var part = new SavedPart();
        while (WireReader.NextMember(ref reader))
        {
            part.ReadMember(ref reader);
        }

        return part;
    }

    public MimoContent ToContent() => _type switch
    {
        "text" => new MimoTextContent(_text ?? string.Empty),
        "reasoning" => new MimoReasoningContent(_text ?? string.Empty, _signature),
        "image" => _uri is null ? MimoImage.FromBytes(_data, _mediaType!) : MimoImage.FromUri(_uri),
        "audio" => _uri is null ? MimoAudio.FromBytes(_data, _mediaType!) : MimoAudio.FromUri(_uri),
        "video" => _uri is null ? MimoVideo.FromBytes(_data, _mediaType, _framesPerSecond, _mediaResolution) : MimoVideo.FromUri(_uri, _framesPerSecond, _mediaResolution),
        _ => throw new FormatException($"The transcript holds a part of type '{_type}'; text, reasoning, image, audio or video was expected."),
    };

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (WireReader.Is(ref reader, "type"u8))
        {
            _type = SavedJson.String(ref reader, "type");
        }
        else if (WireReader.Is(ref reader, "text"u8))
        {
            _text = SavedJson.String(ref reader, "text");
        }
        else if (WireReader.Is(ref reader, "signature"u8))
        {
            _signature = SavedJson.String(ref reader, "signature");
        }
        else if (WireReader.Is(ref reader, "uri"u8))
        {
            _uri = SavedJson.String(ref reader, "uri");
        }
        else if (WireReader.Is(ref reader, "mediaType"u8))
        {
            _mediaType = SavedJson.String(ref reader, "mediaType");
        }
        else if (WireReader.Is(ref reader, "mediaResolution"u8))
        {
            _mediaResolution = SavedJson.String(ref reader, "mediaResolution");
        }
        else if (WireReader.Is(ref reader, "framesPerSecond"u8))
        {
            _framesPerSecond = SavedJson.Number(reader, "framesPerSecond");
        }
        else if (WireReader.Is(ref reader, "data"u8))
        {
            _data = SavedJson.Base64(reader, "data");
        }
        else
        {
            WireReader.SkipMember(ref reader);
        }
    }
}
