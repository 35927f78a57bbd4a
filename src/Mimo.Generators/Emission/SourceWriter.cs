using System.Text;

namespace Mimo.Generators.Emission;

/// <summary>Writes C# source with an indent, so that raw string literals in the emitters show the output in its own shape. Lines end in <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes a text of one or more lines, each at the current indent; empty lines stay empty.</summary>
    public void WriteLine(string text)
    {
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            int length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;
            if (length > 0)
            {
                _text.Append(' ', _level * SpacesPerLevel).Append(text, start, length);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    public void WriteLine() => _text.Append('\n');

    /// <summary>
    /// Writes a doc comment. Empty lines get a blank too: the compiler takes the blank for a part of the text wherever one line
    /// lacks it.
    /// </summary>
    /// <param name="xml">Its lines.</param>
    public void WriteDocumentation(IEnumerable<string> xml)
    {
        foreach (string line in xml)
        {
            WriteLine("/// " + line);
        }
    }

    /// <summary>Writes a header and an opening brace; disposing the block closes it.</summary>
    public Block WriteBlock(string header, string end = "}")
    {
        WriteLine(header);
        WriteLine("{");
        _level++;
        return new Block(this, end);
    }

    /// <summary>Indents what follows by one level until the block is disposed.</summary>
    public Block Indent()
    {
        _level++;
        return new Block(this, end: null);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            if (end is not null)
            {
                writer.WriteLine(end);
            }
        }
    }
}
