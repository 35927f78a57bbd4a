namespace Mimo.Generators.Parsing;

/// <summary>The layout of templates over several lines.</summary>
internal static class TemplateLayout
{
    /// <summary>Line ends become <c>\n</c>, the indentation that all lines share goes, and so do empty lines around the text.</summary>
    public static LaidOutText LayOut(string written)
    {
        List<LineOrigin> lines = SplitLines(written);
        if (lines.Count == 1)
        {
            return new LaidOutText(written, lines);
        }

        int common = lines.Where(line => !IsBlank(written, line)).Select(line => Indentation(written, line)).DefaultIfEmpty(0).Min();
        var trimmed = lines.Select(line => WithoutStart(line, Math.Min(common, Indentation(written, line)))).ToList();

        int first = trimmed.FindIndex(line => !IsBlank(written, line));
        int last = trimmed.FindLastIndex(line => !IsBlank(written, line));
        List<LineOrigin> kept = first < 0 ? [trimmed[0]] : trimmed.GetRange(first, last - first + 1);
        return new LaidOutText(string.Join("\n", kept.Select(line => written.Substring(line.Start, line.Length))), kept);
    }

    private static List<LineOrigin> SplitLines(string text)
    {
        var lines = new List<LineOrigin>();
        int start = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] is '\r' or '\n')
            {
                lines.Add(new LineOrigin(start, index - start));
                index += text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 1 : 0;
                start = index + 1;
            }
        }

        lines.Add(new LineOrigin(start, text.Length - start));
        return lines;
    }

    private static LineOrigin WithoutStart(LineOrigin line, int length) => new(line.Start + length, line.Length - length);

    private static bool IsBlank(string text, LineOrigin line) => string.IsNullOrWhiteSpace(text.Substring(line.Start, line.Length));

    private static int Indentation(string text, LineOrigin line)
    {
        int length = 0;
        while (length < line.Length && text[line.Start + length] is ' ' or '\t')
        {
            length++;
        }

        return length;
    }
}

/// <summary>Where a line of a laid out text stands in the text as written.</summary>
internal readonly record struct LineOrigin(int Start, int Length);

/// <summary>A text after its layout, which still knows where each of its characters was written.</summary>
/// <param name="Text">The text as it is sent.</param>
/// <param name="Lines">Its lines as they stand in the text as written.</param>
internal sealed record LaidOutText(string Text, IReadOnlyList<LineOrigin> Lines)
{
    /// <summary>Where a place in <see cref="Text"/> stands in the text as written.</summary>
    public int Origin(int position)
    {
        int start = 0;
        foreach (LineOrigin line in Lines)
        {
            if (position <= start + line.Length)
            {
                return line.Start + position - start;
            }

            start += line.Length + 1;
        }

        LineOrigin last = Lines[Lines.Count - 1];
        return last.Start + last.Length;
    }
}
