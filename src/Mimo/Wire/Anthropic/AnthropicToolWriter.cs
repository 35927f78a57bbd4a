using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Writes one tool as the Anthropic format wants it; its schema goes out byte for byte. <see cref="MimoTool.Strict"/> has no field here.</summary>
internal static class AnthropicToolWriter
{
    public static void Write(Utf8JsonWriter writer, MimoTool tool)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, tool.Name);
        if (tool.Description.Length > 0)
        {
            writer.WriteString("description"u8, tool.Description);
        }

        writer.WritePropertyName("input_schema"u8);

        // Unlike in the OpenAI format the schema is required here, with an object at its root.
        writer.WriteRawValue(tool.ParametersSchema.IsEmpty ? """{"type":"object","properties":{}}"""u8 : tool.ParametersSchema.Span, skipInputValidation: true);
        writer.WriteEndObject();
    }
}
