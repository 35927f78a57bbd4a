using System.Globalization;
using System.Text;

namespace Mimo.Generators.Emission;

/// <summary>Writes JSON text. A generator brings no libraries along, so this is the little that schemas need.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _needsComma;

    public JsonText StartObject() => Open('{');

    public JsonText EndObject() => Close('}');

    public JsonText StartArray() => Open('[');

    public JsonText EndArray() => Close(']');

    public JsonText Name(string name)
    {
        Separate();
        AppendString(_text, name);
        _text.Append(':');
        _needsComma = false;
        return this;
    }

    public JsonText String(string value)
    {
        Separate();
        AppendString(_text, value);
        _needsComma = true;
        return this;
    }

    public JsonText Boolean(bool value) => Raw(value ? "true" : "false");

    /// <summary>A value that is JSON already.</summary>
    public JsonText Raw(string json)
    {
        Separate();
        _text.Append(json);
        _needsComma = true;
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>The text as a JSON string.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendString(text, value);
        return text.ToString();
    }

    private JsonText Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _needsComma = false;
        return this;
    }

    private JsonText Close(char bracket)
    {
        _text.Append(bracket);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            _text.Append(',');
            _needsComma = false;
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (int index = 0; index < value.Length; index++)
        {
            char character = value[index];
            switch (character)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                // Controls must be escaped in JSON; line separators would not survive as C# source.
                case < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029':
                    AppendEscape(text, character);
                    break;
                case >= '\ud800' and <= '\udfff':
                    if (index + 1 < value.Length && char.IsSurrogatePair(character, value[index + 1]))
                    {
                        text.Append(character).Append(value[++index]);
                    }
                    else
                    {
                        text.Append(CSharpText.NoCharacter);
                    }

                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }

    private static void AppendEscape(StringBuilder text, char character) =>
        text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
}
