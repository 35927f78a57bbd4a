using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Writes one tool as the OpenAI format wants it; its schema goes out byte for byte.</summary>
internal static class OpenAIToolWriter
{
    public static void Write(Utf8JsonWriter writer, MimoTool tool)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, tool.Name);
        if (tool.Description.Length > 0)
        {
            writer.WriteString("description"u8, tool.Description);
        }

        if (!tool.ParametersSchema.IsEmpty)
        {
            writer.WritePropertyName("parameters"u8);
            writer.WriteRawValue(tool.ParametersSchema.Span, skipInputValidation: true);
        }

        if (tool.Strict)
        {
            writer.WriteBoolean("strict"u8, true);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
