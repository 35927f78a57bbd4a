using System.Text;
using System.Text.Json;
using CsCheck;
using Mimo.Wire;

namespace Mimo.Tests.Wire;

/// <summary>Answers with anything written over them: they are read, or refused in one of the two ways the client knows how to report.</summary>
public class HostileBytesTests
{
    private static readonly string[] Splinters =
    [
        "\\ud800", "\\udc00", "\\u0000", "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "1e999", "-0.5", "99999999999999999999", "\"\\ud800\":1,", "\u0000", "\n", "\uFEFF", "😀",
        "\"type\":\"\\ud800\",", "\"choices\":7,", "\"content\":[{\"text\":null}],", "\"index\":-1,", "\"index\":9e99,", "\"error\":null,", "\"error\":{},", "\"usage\":[],", "[[[[[[",
    ];

    private static readonly Gen<(int Position, int Length, int Splinter)> GenStroke = Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 12], Gen.Int[0, Splinters.Length]);

    public static TheoryData<MimoFormat> Formats => [MimoFormat.OpenAI, MimoFormat.Anthropic];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_whole_answer_is_read_or_refused(MimoFormat format)
    {
        byte[] sample = Encoding.UTF8.GetBytes(Samples.Response(format));
        GenStroke.Array[1, 4].Sample(
            strokes => Survives(() => _ = ResponseReader.Read(Overwrite(sample, strokes), format).ToString()),
            iter: 20_000);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_event_is_read_or_refused(MimoFormat format)
    {
        byte[][] events =
        [
            .. Samples.Stream(format)
                .Split('\n')
                .Where(static line => line.StartsWith("data: ", StringComparison.Ordinal))
                .Select(static line => Encoding.UTF8.GetBytes(line[6..])),
        ];
        Gen.Select(Gen.Int[0, events.Length - 1], GenStroke.Array[1, 4]).Sample(
            (target, strokes) => Survives(() =>
            {
                StreamDecoder decoder = StreamDecoder.Create(format);
                for (int i = 0; i < events.Length; i++)
                {
                    decoder.Accept(i == target ? Overwrite(events[i], strokes) : events[i]);
                }

                decoder.TryFinish();
            }),
            iter: 20_000);
    }

    [Fact]
    public void An_error_body_is_always_read()
    {
        byte[] sample = Encoding.UTF8.GetBytes("""data:{"error":{"code":"400","message":"Param Incorrect","param":"x","type":""}}""");
        GenStroke.Array[1, 4].Sample(strokes => _ = ErrorBody.Read(Overwrite(sample, strokes), new ApiKeyRedactor("sk-test")).Describe(), iter: 20_000);
    }

    private static void Survives(Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is JsonException or WireErrorException)
        {
            // The two refusals that the client turns into its own exceptions.
        }
    }

    private static byte[] Overwrite(byte[] sample, (int Position, int Length, int Splinter)[] strokes)
    {
        List<byte> bytes = [.. sample];
        foreach ((int position, int length, int splinter) in strokes)
        {
            int start = position % bytes.Count;
            bytes.RemoveRange(start, Math.Min(length, bytes.Count - start));
            byte[] inserted = splinter == Splinters.Length ? [0xFF, 0xC3] : Encoding.UTF8.GetBytes(Splinters[splinter]);
            bytes.InsertRange(start, inserted);
        }

        return [.. bytes];
    }
}
