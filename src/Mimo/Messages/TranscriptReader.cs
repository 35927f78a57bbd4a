using System.Text;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo;

/// <summary>Reads what <see cref="TranscriptWriter"/> wrote. Members it does not know are passed over, so that a later version may add some.</summary>
internal static class TranscriptReader
{
    public static MimoTranscript Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var reader = new Utf8JsonReader(ByteOrderMark.Cut(utf8Json), WireReader.Options);
            reader.Read();
            List<MimoMessage>? messages = ReadDocument(ref reader);

            // Throws if anything follows: of two transcripts in one file, the second would be lost.
            reader.Read();
            return new MimoTranscript(messages ?? throw new FormatException("The text is no saved transcript: it has no messages."));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"The text is no saved transcript: {exception.Message}", exception);
        }
    }

    private static List<MimoMessage>? ReadDocument(ref Utf8JsonReader reader)
    {
        List<MimoMessage>? messages = null;
        if (!WireReader.StartsObject(ref reader))
        {
            return null;
        }

        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "messages"u8))
            {
                messages = ReadMessages(ref reader);
            }
            else if (WireReader.Is(ref reader, "version"u8))
            {
                if (WireReader.Integer(ref reader) is { } version && version > TranscriptWriter.Version)
                {
                    throw new FormatException($"The transcript was saved in version {version} of the format; this library knows {TranscriptWriter.Version}. Update it.");
                }
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }

        return messages;
    }

    private static List<MimoMessage>? ReadMessages(ref Utf8JsonReader reader)
    {
        if (!SavedJson.StartsArray(reader, "messages"))
        {
            return null;
        }

        List<MimoMessage> messages = [];
        while (SavedJson.NextObject(ref reader, "messages"))
        {
            messages.Add(ReadMessage(ref reader));
        }

        return messages;
    }

    private static MimoMessage ReadMessage(ref Utf8JsonReader reader)
    {
        string? role = null;
        string? toolCallId = null;
        bool isToolError = false;
        bool isWithoutReasoning = false;
        List<MimoContent> content = [];
        List<MimoToolCall> calls = [];
        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "role"u8))
            {
                role = SavedJson.String(ref reader, "role");
            }
            else if (WireReader.Is(ref reader, "toolCallId"u8))
            {
                toolCallId = SavedJson.String(ref reader, "toolCallId");
            }
            else if (WireReader.Is(ref reader, "isToolError"u8))
            {
                isToolError = SavedJson.Boolean(reader, "isToolError");
            }
            else if (WireReader.Is(ref reader, "isWithoutReasoning"u8))
            {
                isWithoutReasoning = SavedJson.Boolean(reader, "isWithoutReasoning");
            }
            else if (WireReader.Is(ref reader, "content"u8))
            {
                ReadContent(ref reader, content);
            }
            else if (WireReader.Is(ref reader, "toolCalls"u8))
            {
                ReadToolCalls(ref reader, calls);
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }

        MimoRole speaker = RoleNames.Find(role) ?? throw new FormatException($"The transcript holds a message with the role '{role}'; system, user, assistant or tool was expected.");
        return new MimoMessage(speaker, [.. content], [.. calls], toolCallId, isToolError, isWithoutReasoning);
    }

    private static void ReadContent(ref Utf8JsonReader reader, List<MimoContent> content)
    {
        if (!SavedJson.StartsArray(reader, "content"))
        {
            return;
        }

        while (SavedJson.NextObject(ref reader, "content"))
        {
            content.Add(SavedPart.Read(ref reader).ToContent());
        }
    }

    private static void ReadToolCalls(ref Utf8JsonReader reader, List<MimoToolCall> calls)
    {
        if (!SavedJson.StartsArray(reader, "toolCalls"))
        {
            return;
        }

        while (SavedJson.NextObject(ref reader, "toolCalls"))
        {
            string? id = null;
            string? name = null;
            byte[] arguments = [];
            while (WireReader.NextMember(ref reader))
            {
                if (WireReader.Is(ref reader, "id"u8))
                {
                    id = SavedJson.String(ref reader, "id");
                }
                else if (WireReader.Is(ref reader, "name"u8))
                {
                    name = SavedJson.String(ref reader, "name");
                }
                else if (WireReader.Is(ref reader, "arguments"u8))
                {
                    arguments = Encoding.UTF8.GetBytes(SavedJson.String(ref reader, "arguments") ?? string.Empty);
                }
                else if (WireReader.Is(ref reader, "argumentsBase64"u8))
                {
                    arguments = SavedJson.Base64(reader, "argumentsBase64");
                }
                else
                {
                    WireReader.SkipMember(ref reader);
                }
            }

            calls.Add(new MimoToolCall(Require(id, "id"), Require(name, "name"), arguments));
        }
    }

    private static string Require(string? value, string name) => value ?? throw new FormatException($"A tool call of the transcript has no {name}.");
}
