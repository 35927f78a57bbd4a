using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>
/// Images, audio and video of every source go over a real socket, in both formats, to the strictest server there is, in the parts
/// that the service documents.
/// </summary>
public sealed partial class MediaOnTheWireTests
{
    private const string Multimodal = "mimo-v2-omni";

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["image/png"] = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3],
        ["audio/wav"] = [.. "RIFF\0\0\0\0WAVEfmt "u8, 0xFF, 0xFE],
        ["video/mp4"] = [0, 0, 0, 0x20, .. "ftypisom"u8, 0, 1, 2],
    };

    private static readonly string[] Kinds = ["image", "audio", "video"];
    private static readonly string[] Sources = ["bytes", "typed bytes", "stream", "file", "address", "data address"];

    public static TheoryData<MimoFormat, string, string> Everything
    {
        get
        {
            var data = new TheoryData<MimoFormat, string, string>();
            foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
            {
                foreach (string kind in Kinds)
                {
                    foreach (string source in Sources)
                    {
                        data.Add(format, kind, source);
                    }
                }
            }

            return data;
        }
    }

    public static TheoryData<MimoFormat, string> EveryKind
    {
        get
        {
            var data = new TheoryData<MimoFormat, string>();
            foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
            {
                foreach (string kind in Kinds)
                {
                    data.Add(format, kind);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_kind_from_every_source_stands_in_place(MimoFormat format, string kind, string source)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoStrictness.Strict, MimoTurn.Text("a cat"));
        ISenses senses = ISenses.Create(mimo.Client);
        MimoMedia media = await MediaAsync(kind, source);

        string answer = media switch
        {
            MimoImage image => await senses.SeeAsync(image, "English"),
            MimoAudio audio => await senses.HearAsync(audio, "English"),
            _ => await senses.WatchAsync((MimoVideo)media, "English"),
        };

        Assert.Equal("a cat", answer);
        JsonArray content = Content(mimo);
        Assert.Equal(3, content.Count);
        Assert.Equal(("What is ", " in English?"), ((string)content[0]!["text"]!, (string)content[2]!["text"]!));
        JsonNode expected = format == MimoFormat.OpenAI ? OpenAIPart(media) : AnthropicBlock(media, source);
        Assert.True(JsonNode.DeepEquals(expected, content[1]), $"Expected:\n{expected}\nActual:\n{content[1]}");
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task A_model_that_reads_only_text_refuses_them_and_says_what_it_lacks(MimoFormat format, string kind)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format);
        MimoRequest request = ISenses.Requests.AnyAsync(await MediaAsync(kind, "bytes")) with { Model = "mimo-v2-pro" };

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => mimo.Client.SendAsync(request));

        Assert.Equal(404, exception.Status);
        Assert.False(exception.IsTransient);
        Assert.Contains("text-only", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:audio/wav,RIFF")]
    [InlineData("data:;base64,UklGRg==")]
    [InlineData("data:audio/wav;base64")]
    public async Task A_data_address_that_the_Anthropic_format_has_no_place_for_is_refused_before_it_is_sent(string address)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoFormat.Anthropic);

        NotSupportedException exception = await Assert.ThrowsAsync<NotSupportedException>(() => ISenses.Create(mimo.Client).HearAsync(MimoAudio.FromUri(address), "English"));

        Assert.Contains("MimoAudio.FromBytes", exception.Message, StringComparison.Ordinal);
        Assert.Empty(mimo.Server.Requests);
    }

    private static JsonArray Content(LocalMimo mimo) => JsonNode.Parse(Assert.Single(mimo.Server.Requests).BodyText)!["messages"]![0]!["content"]!.AsArray();

    private static async Task<MimoMedia> MediaAsync(string kind, string source)
    {
        (string type, byte[] data) = Files.Single(file => file.Key.StartsWith(kind, StringComparison.Ordinal));
        string address = source == "data address" ? $"data:{type};base64,{Convert.ToBase64String(data)}" : "https://example.com/a?b=\"1\"&c=ü";
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, data);
            return (kind, source) switch
            {
                ("image", "bytes") => MimoImage.FromBytes(data),
                ("image", "typed bytes") => MimoImage.FromBytes(data, type),
                ("image", "stream") => await MimoImage.FromStreamAsync(new MemoryStream(data)),
                ("image", "file") => await MimoImage.FromFileAsync(file),
                ("image", _) => MimoImage.FromUri(address),
                ("audio", "bytes") => MimoAudio.FromBytes(data),
                ("audio", "typed bytes") => MimoAudio.FromBytes(data, type),
                ("audio", "stream") => await MimoAudio.FromStreamAsync(new MemoryStream(data)),
                ("audio", "file") => await MimoAudio.FromFileAsync(file),
                ("audio", _) => MimoAudio.FromUri(address),
                (_, "bytes") => MimoVideo.FromBytes(data),
                (_, "typed bytes") => MimoVideo.FromBytes(data, type, framesPerSecond: 0.5, mediaResolution: "max"),
                (_, "stream") => await MimoVideo.FromStreamAsync(new MemoryStream(data), framesPerSecond: 10),
                (_, "file") => await MimoVideo.FromFileAsync(file, mediaResolution: "default"),
                _ => MimoVideo.FromUri(address, framesPerSecond: 0.1, mediaResolution: "max"),
            };
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A part as the OpenAI format documents it: rate and resolution stand beside the address.</summary>
    private static JsonObject OpenAIPart(MimoMedia media)
    {
        string address = media.Uri ?? $"data:{media.MediaType};base64,{Convert.ToBase64String(media.Data.Span)}";
        return media switch
        {
            MimoImage => new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = address } },
            MimoAudio => new JsonObject { ["type"] = "input_audio", ["input_audio"] = new JsonObject { ["data"] = address } },
            _ => WithSampling(new JsonObject { ["type"] = "video_url", ["video_url"] = new JsonObject { ["url"] = address } }, media),
        };
    }

    /// <summary>A block as the Anthropic format documents it: rate and resolution stand within the source.</summary>
    private static JsonObject AnthropicBlock(MimoMedia media, string source)
    {
        JsonObject origin = source == "address"
            ? new JsonObject { ["type"] = "url", ["url"] = media.Uri }
            : new JsonObject
            {
                ["type"] = "base64",
                ["media_type"] = Files.Keys.Single(type => type.StartsWith(Kind(media), StringComparison.Ordinal)),
                ["data"] = Convert.ToBase64String(Files[Files.Keys.Single(type => type.StartsWith(Kind(media), StringComparison.Ordinal))]),
            };
        return new JsonObject { ["type"] = Kind(media), ["source"] = WithSampling(origin, media) };
    }

    private static string Kind(MimoMedia media) => media switch
    {
        MimoImage => "image",
        MimoAudio => "audio",
        _ => "video",
    };

    private static JsonObject WithSampling(JsonObject part, MimoMedia media)
    {
        if (media is MimoVideo { FramesPerSecond: { } rate })
        {
            part["fps"] = rate;
        }

        if (media is MimoVideo { MediaResolution: { } resolution })
        {
            part["media_resolution"] = resolution;
        }

        return part;
    }

    [MimoPrompt(Model = Multimodal)]
    public partial interface ISenses
    {
        [UserPrompt("What is {image} in {language}?")]
        Task<string> SeeAsync(MimoImage image, string language);

        [UserPrompt("What is {sound} in {language}?")]
        Task<string> HearAsync(MimoAudio sound, string language);

        [UserPrompt("What is {clip} in {language}?")]
        Task<string> WatchAsync(MimoVideo clip, string language);

        [UserPrompt("What is {media}?")]
        Task<string> AnyAsync(MimoMedia media);
    }
}
