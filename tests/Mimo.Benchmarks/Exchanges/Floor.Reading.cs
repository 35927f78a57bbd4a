using System.Text;
using System.Text.Json;

namespace Mimo.Benchmarks.Exchanges;

internal static partial class Floor
{
    public static Answer Read(ReadOnlySpan<byte> body)
    {
        string id = "", model = "", content = "";
        string? reasoning = null, finish = null;
        Usage? usage = null;
        List<Call>? calls = null;
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                reader.Read();
                model = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("choices"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    ReadChoice(ref reader, ref content, ref reasoning, ref finish, ref calls);
                }
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                reader.Read();
                usage = ReadUsage(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Answer(id, model, content, reasoning, finish, usage, calls);
    }

    /// <summary>Reads the text of one piece of a streamed answer; null where there is none.</summary>
    private static string? ReadPiece(ReadOnlySpan<byte> data)
    {
        string content = "";
        string? reasoning = null, finish = null;
        List<Call>? calls = null;
        if (data.SequenceEqual("[DONE]"u8))
        {
            return null;
        }

        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("choices"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                ReadChoice(ref reader, ref content, ref reasoning, ref finish, ref calls);
            }
        }

        return content;
    }

    private static void ReadChoice(ref Utf8JsonReader reader, ref string content, ref string? reasoning, ref string? finish, ref List<Call>? calls)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("delta"u8))
            {
                reader.Read();
                ReadMessage(ref reader, ref content, ref reasoning, ref calls);
            }
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                reader.Read();
                finish = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ref string content, ref string? reasoning, ref List<Call>? calls)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                content = reader.GetString() ?? "";
            }
            else if (reader.ValueTextEquals("reasoning_content"u8))
            {
                reader.Read();
                reasoning = reader.GetString();
            }
            else if (reader.ValueTextEquals("tool_calls"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    (calls ??= []).Add(ReadCall(ref reader));
                }
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static Call ReadCall(ref Utf8JsonReader reader)
    {
        string id = "", name = "";
        byte[] arguments = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("function"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    bool isName = reader.ValueTextEquals("name"u8);
                    reader.Read();
                    if (isName)
                    {
                        name = reader.GetString()!;
                    }
                    else
                    {
                        arguments = Encoding.UTF8.GetBytes(reader.GetString()!);
                    }
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return new Call(id, name, arguments);
    }

    private static Usage ReadUsage(ref Utf8JsonReader reader)
    {
        long prompt = 0, completion = 0, cached = 0, reasoning = 0;
        int depth = reader.CurrentDepth;
        while (reader.Read() && (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > depth))
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("prompt_tokens"u8))
            {
                reader.Read();
                prompt = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("completion_tokens"u8))
            {
                reader.Read();
                completion = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("cached_tokens"u8))
            {
                reader.Read();
                cached = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("reasoning_tokens"u8))
            {
                reader.Read();
                reasoning = reader.GetInt64();
            }
        }

        return new Usage(prompt, completion, cached, reasoning);
    }
}
