namespace Mimo.Benchmarks.Compile;

/// <summary>
/// Writes what the methods of <see cref="ToolSources"/> do, where they are to do something: each looks for something and puts
/// together what it found, in as few statements as the tools of the samples.
/// </summary>
internal static class ToolBodies
{
    /// <summary>The file that stands for what tools ask: databases, files and other services.</summary>
    public const string Store = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Many;

        internal static class Store
        {
            public static IEnumerable<string> Read(string name) => [name];

            public static void Write(string name, string text) => Console.WriteLine(name + text);

            public static async IAsyncEnumerable<(string Name, DateTimeOffset Time)> ReadAsync(string name)
            {
                await Task.Yield();
                yield return (name, default);
            }
        }

        """;

    /// <param name="number">The number of the class that the tool is in.</param>
    /// <param name="kind">Which of the five kinds of tools it is.</param>
    public static string Write(int number, int kind) => kind switch
    {
        0 => $$"""

                {
                    var found = new List<string>();
                    foreach (string line in Store.Read("things of {{number}}"))
                    {
                        if (line.StartsWith(first, StringComparison.OrdinalIgnoreCase) && found.Count < second)
                        {
                            found.Add(line.Trim());
                        }
                    }

                    return found.Count == 0 ? $"There is nothing that begins with {first}." : string.Join(", ", found);
                }
            """,
        1 => $$"""

                {
                    string? line = Store.Read("urgencies of {{number}}").FirstOrDefault(line => line.Contains(first, StringComparison.Ordinal));
                    if (line is null)
                    {
                        throw new MimoToolException($"Nothing is known of {first}.");
                    }

                    return Enum.TryParse(line, ignoreCase: true, out Urgency{{number}} known) && known > second ? known : second;
                }
            """,
        2 => $$"""

                {
                    if (second)
                    {
                        Store.Write("addresses of {{number}}", $"{first.Street}, {first.Zip} {first.City}");
                    }

                    string? zip = first.Zip ?? Store.Read("postal codes of {{number}}").FirstOrDefault(code => code.EndsWith(first.City, StringComparison.Ordinal));
                    return first with { Street = first.Street.Trim(), City = first.City.ToUpperInvariant(), Zip = zip };
                }
            """,
        3 => $$"""

                {
                    double total = 0;
                    Order{{number}}? dearest = null;
                    foreach (Order{{number}} order in first)
                    {
                        total += order.Price;
                        dearest = dearest is null || order.Price > dearest.Price ? order : dearest;
                    }

                    return dearest is null || total > second
                        ? throw new MimoToolException($"{first.Count} orders come to {total}.")
                        : dearest with { Tags = [.. dearest.Tags, "dearest"] };
                }
            """,
        _ => $$"""

                {
                    int count = 0;
                    await foreach ((string name, DateTimeOffset time) in Store.ReadAsync("counts of {{number}}"))
                    {
                        if (time >= (second ?? DateTimeOffset.MinValue) && first.TryGetValue(name, out int known))
                        {
                            count += known;
                        }
                    }

                    return count;
                }
            """,
    };
}
