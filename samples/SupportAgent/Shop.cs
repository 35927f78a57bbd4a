using Microsoft.Data.Sqlite;

namespace SupportAgent;

/// <summary>The shop's database: one table, with a few orders when it is new.</summary>
internal static class Shop
{
    private const string Setup = """
        CREATE TABLE IF NOT EXISTS orders (number INTEGER PRIMARY KEY, email TEXT NOT NULL, item TEXT NOT NULL, total NUMERIC NOT NULL, status TEXT NOT NULL);
        INSERT OR IGNORE INTO orders VALUES
            (1001, 'ada@example.com', 'Tent "Ridge" for two', 249.00, 'Delivered'),
            (1002, 'ada@example.com', 'Camping stove', 59.90, 'Shipped'),
            (1003, 'alan@example.com', 'Head torch', 34.50, 'Delivered');
        """;

    public static async Task<SqliteConnection> OpenAsync(string path)
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
        await database.OpenAsync();
        await using SqliteCommand command = database.CreateCommand();
        command.CommandText = Setup;
        await command.ExecuteNonQueryAsync();
        return database;
    }
}
