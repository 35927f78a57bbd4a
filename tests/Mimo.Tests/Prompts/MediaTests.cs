using System.Text;
using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Images, audio and video stand in a message where the template names them.</summary>
public sealed partial class MediaTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public void A_long_address_is_shown_by_its_beginning_which_is_text_still()
    {
        string shown = MimoImage.FromUri("https://e.com/" + new string('a', 105) + "😀😀").ToString();

        Assert.Equal("[image https://e.com/" + new string('a', 105) + "…]", shown);
    }

    [Fact]
    public async Task Media_stand_in_place_in_the_OpenAI_format()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("alike"));

        await IEye.Create(mimo.Client).CompareAsync("briefly", MimoImage.FromBytes(Png), MimoImage.FromUri("https://example.com/b.png"));

        JsonArray content = JsonNode.Parse(Assert.Single(mimo.Server.Requests).BodyText)!["messages"]![0]!["content"]!.AsArray();
        Assert.Equal(
            ["Compare ", "data:image/png;base64," + Convert.ToBase64String(Png), " with ", "https://example.com/b.png", " briefly."],
            content.Select(static part => (string)(part!["text"] ?? part["image_url"]!["url"])!));
    }

    [Fact]
    public async Task Media_stand_in_place_in_the_Anthropic_format()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoFormat.Anthropic, MimoTurn.Text("alike"));

        await IEye.Create(mimo.Client).CompareAsync("briefly", MimoImage.FromBytes(Png), MimoImage.FromUri("https://example.com/b.png"));

        JsonArray content = JsonNode.Parse(Assert.Single(mimo.Server.Requests).BodyText)!["messages"]![0]!["content"]!.AsArray();
        Assert.Equal(["text", "image", "text", "image", "text"], content.Select(static part => (string)part!["type"]!));
        Assert.Equal("image/png", (string)content[1]!["source"]!["media_type"]!);
    }

    [Fact]
    public void Several_media_in_one_placeholder_are_parts_in_their_order_and_absent_ones_none()
    {
        MimoMessage message = Assert.Single(IEye.Requests.AlbumAsync([MimoImage.FromUri("https://e.com/1"), MimoImage.FromUri("https://e.com/2")], null).Messages);

        Assert.Equal(["What is on ", "[image https://e.com/1]", "[image https://e.com/2]", "?"], message.Content.Select(static part => part.ToString()));
    }

    [Theory]
    [InlineData("FF D8 FF E0", "image/jpeg")]
    [InlineData("89 50 4E 47 0D 0A 1A 0A", "image/png")]
    [InlineData("47 49 46 38 39 61", "image/gif")]
    [InlineData("52 49 46 46 00 00 00 00 57 45 42 50", "image/webp")]
    [InlineData("42 4D 00", "image/bmp")]
    [InlineData("52 49 46 46 00 00 00 00 57 41 56 45", "audio/wav")]
    [InlineData("49 44 33 04", "audio/mpeg")]
    [InlineData("FF FB 90", "audio/mpeg")]
    [InlineData("FF F1 50", "audio/aac")]
    [InlineData("66 4C 61 43", "audio/flac")]
    [InlineData("4F 67 67 53", "audio/ogg")]
    [InlineData("00 00 00 20 66 74 79 70 4D 34 41 20", "audio/mp4")]
    [InlineData("00 00 00 20 66 74 79 70 69 73 6F 6D", "audio/mp4")]
    [InlineData("00 00 00 18 66 74 79 70 6D 70 34 32", "audio/mp4")]
    [InlineData("00 00 00 20 66 74 79 70 69 73 6F 6D", "video/mp4")]
    [InlineData("00 00 00 14 66 74 79 70 71 74 20 20", "video/quicktime")]
    [InlineData("1A 45 DF A3 01 42 82 84 77 65 62 6D", "video/webm")]
    [InlineData("1A 45 DF A3 01 42 82 88 6D 61 74 72", "video/x-matroska")]
    [InlineData("52 49 46 46 00 00 00 00 41 56 49 20", "video/x-msvideo")]
    public async Task The_type_of_bytes_streams_and_files_is_told_by_their_beginning(string hex, string expected)
    {
        byte[] data = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, data);
            MimoMedia[] media = expected.Split('/')[0] switch
            {
                "image" => [MimoImage.FromBytes(data), await MimoImage.FromStreamAsync(new MemoryStream(data)), await MimoImage.FromFileAsync(file)],
                "audio" => [MimoAudio.FromBytes(data), await MimoAudio.FromStreamAsync(new MemoryStream(data)), await MimoAudio.FromFileAsync(file)],
                _ => [MimoVideo.FromBytes(data), await MimoVideo.FromStreamAsync(new MemoryStream(data), framesPerSecond: 1), await MimoVideo.FromFileAsync(file)],
            };

            Assert.All(media, part => Assert.Equal(expected, part.MediaType));
            Assert.All(media, part => Assert.Equal(data, part.Data.ToArray()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Video_says_how_it_is_looked_at_also_where_its_bytes_tell_the_type()
    {
        MimoVideo video = MimoVideo.FromBytes("\0\0\0 ftypisom"u8.ToArray(), framesPerSecond: 0.5, mediaResolution: "max");

        Assert.Equal(("video/mp4", 0.5, "max"), (video.MediaType, video.FramesPerSecond, video.MediaResolution));
    }

    [Fact]
    public void An_address_may_be_a_text_or_a_Uri()
    {
        var address = new Uri("https://example.com/a b?c=ü");

        Assert.All(
            (MimoMedia[])[MimoImage.FromUri(address), MimoAudio.FromUri(address), MimoVideo.FromUri(address)],
            static media => Assert.Equal("https://example.com/a b?c=ü", media.Uri));
        Assert.Throws<ArgumentNullException>(static () => MimoVideo.FromUri((Uri)null!));
    }

    [Fact]
    public void Bytes_of_another_kind_are_refused_with_a_way_out()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(static () => MimoImage.FromBytes(Encoding.UTF8.GetBytes("<svg/>")));

        Assert.Contains("JPEG, PNG, GIF, WebP or BMP", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FromBytes(data, \"image/…\")", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => MimoAudio.FromBytes(Png));
        Assert.Throws<ArgumentException>(static () => MimoAudio.FromBytes("\0\0\0\u0018ftypheic"u8.ToArray()));
        Assert.Throws<ArgumentException>(static () => MimoAudio.FromBytes("\0\0\0\u0018ftypqt  "u8.ToArray()));
        Assert.Throws<ArgumentException>(static () => MimoVideo.FromBytes(default));
    }

    [Fact]
    public async Task A_stream_without_end_is_given_up_once_it_is_too_large()
    {
        var stream = new EndlessStream();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => MimoImage.FromStreamAsync(stream));

        Assert.Contains("FromUri", exception.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Given, MimoMedia.MaxBytes, MimoMedia.MaxBytes + (1 << 20));
        Assert.Throws<ArgumentException>(static () => MimoImage.FromBytes(new byte[MimoMedia.MaxBytes + 1], "image/png"));
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }

    [MimoPrompt(Model = "mimo-v2-omni")]
    public partial interface IEye
    {
        [UserPrompt("Compare {first} with {second} {how}.")]
        Task<string> CompareAsync(string how, MimoImage first, MimoImage second);

        [UserPrompt("What is on {pages}{sound}?")]
        Task<string> AlbumAsync(IReadOnlyList<MimoImage> pages, MimoAudio? sound);
    }
}
