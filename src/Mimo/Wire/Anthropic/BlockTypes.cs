using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>The types of blocks, read without a new string for each; those of deltas and of unknown blocks are all the same.</summary>
internal static class BlockTypes
{
    public const string Text = "text";
    public const string Thinking = "thinking";
    public const string ToolUse = "tool_use";
    public const string Other = "other";

    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return WireReader.ValueIs(reader, "text"u8) ? Text
            : WireReader.ValueIs(reader, "thinking"u8) ? Thinking
            : WireReader.ValueIs(reader, "tool_use"u8) ? ToolUse
            : Other;
    }
}
