using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Tool arguments in the Anthropic format, where they are a JSON object and not, as in the OpenAI format, a text.</summary>
internal static class ToolInput
{
    /// <summary>The member that carries arguments which are no JSON object.</summary>
    public static readonly JsonEncodedText InvalidArguments = JsonEncodedText.Encode("invalid_arguments");

    public static bool IsJsonObject(ReadOnlySpan<byte> arguments)
    {
        var reader = new Utf8JsonReader(arguments, WireReader.Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
