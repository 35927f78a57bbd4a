using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>Gives the text to read for a tool call's arguments.</summary>
    /// <param name="argumentsUtf8">The arguments; models write nothing at all, or <c>null</c>, where a tool takes no arguments.</param>
    public static ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> argumentsUtf8) =>
        argumentsUtf8 is [(byte)'{', ..] || !IsNothing(argumentsUtf8) ? argumentsUtf8 : "{}"u8;

    /// <summary>Enters a tool call's arguments; if they came as a JSON string that holds an object, they are unpacked.</summary>
    /// <returns>False, with a problem recorded, if there is no object.</returns>
    public bool StartArguments(out JsonScope scope)
    {
        if (Advance() && _json.TokenType == JsonTokenType.String && TryGetNestedJson(out byte[]? utf8Json))
        {
            // Nothing outside the string is left to come back to, so the reader itself moves inside.
            _json = Open(utf8Json);
            _textDepth++;
            return StartArguments(out scope);
        }

        if (StartObject(out scope))
        {
            return true;
        }

        Refuse("an object with the arguments");
        return false;
    }

    /// <summary>Leaves the arguments.</summary>
    /// <param name="refusal">Every problem in words for the model, if there are any.</param>
    /// <returns>Whether the arguments were read without a problem.</returns>
    public bool EndArguments([NotNullWhen(false)] out MimoToolResult? refusal)
    {
        End();
        refusal = _problems is null
            ? null
            : MimoToolResult.FromError("The arguments don't fit, so the tool did not run. Correct them and call it again:\n" + DescribeProblems(), FindException());
        return refusal is null;
    }

    private static bool IsNothing(ReadOnlySpan<byte> argumentsUtf8)
    {
        ReadOnlySpan<byte> text = argumentsUtf8.Trim(" \t\r\n"u8);
        return text.IsEmpty || text.SequenceEqual("null"u8);
    }
}
