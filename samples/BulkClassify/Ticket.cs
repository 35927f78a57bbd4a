using System.Globalization;
using CsvHelper;

namespace BulkClassify;

/// <summary>A row of the input.</summary>
internal sealed record Ticket(int Id, string Text)
{
    private static readonly string[] Texts =
    [
        "The export crashes, it must be a bug in \"Reports\".",
        "Please send the billing address of your company.",
        "My login stopped working\nafter the update.",
        "Feature wish: a dark mode, please.",
        "Where is your office?",
    ];

    /// <summary>Reads the rows one by one, as they are asked for.</summary>
    public static IEnumerable<Ticket> Read(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        foreach (Ticket ticket in csv.GetRecords<Ticket>())
        {
            yield return ticket;
        }
    }

    /// <summary>Writes a file of tickets to try the sample on.</summary>
    public static void WriteExample(string path, int count)
    {
        using var csv = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
        csv.WriteRecords(Enumerable.Range(1, count).Select(static id => new Ticket(id, $"{Texts[id % Texts.Length]} (ticket {id})")));
    }
}
