using System.Globalization;

namespace BulkClassify;

/// <summary>
/// The output, a line <c>id,topic</c> for each row that is done. It is also the memory of what is done: a row counts from the moment
/// its whole line is in the file, so a run that was stopped, or killed, goes on where the file ends. Thread-safe.
/// </summary>
internal sealed class ResultFile : IDisposable
{
    private readonly Dictionary<int, Topic> _topics = [];
    private readonly FileStream _file;

    public ResultFile(string path)
    {
        // Shared with nobody: two runs at once would do rows twice.
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        long end = 0;
        foreach (string line in ReadWholeLines())
        {
            int comma = line.IndexOf(',');
            _topics.Add(int.Parse(line[..comma], CultureInfo.InvariantCulture), Enum.Parse<Topic>(line[(comma + 1)..]));
            end += line.Length + 1;
        }

        // What a killed run left of its last line is dropped, and its row done again.
        _file.SetLength(end);
        _file.Position = end;
    }

    public int Count
    {
        get
        {
            lock (_topics)
            {
                return _topics.Count;
            }
        }
    }

    public IEnumerable<(Topic Topic, int Count)> Totals => _topics.CountBy(static row => row.Value).Select(static total => (total.Key, total.Value)).OrderBy(static total => total.Key);

    public bool Has(int id)
    {
        lock (_topics)
        {
            return _topics.ContainsKey(id);
        }
    }

    public void Add(int id, Topic topic)
    {
        lock (_topics)
        {
            _topics.Add(id, topic);
            _file.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id},{topic}\n")));
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    private string[] ReadWholeLines()
    {
        using var reader = new StreamReader(_file, leaveOpen: true);
        return reader.ReadToEnd().Split('\n')[..^1];
    }
}
