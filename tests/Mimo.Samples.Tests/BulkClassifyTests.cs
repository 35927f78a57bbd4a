using System.Diagnostics;
using System.Text.Json.Nodes;
using BulkClassify;
using Mimo.Testing;

namespace Mimo.Samples.Tests;

public sealed class BulkClassifyTests
{
    [Fact]
    public async Task Rows_are_classified_by_what_they_say()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output) = await SampleProcess.RunAsync(typeof(ITicketClassifier), folder.Path, input: [], "tickets.csv", "results.csv", "200");

        Assert.Equal(0, exitCode);
        Assert.Contains("0 of 200 rows are done already.", output, StringComparison.Ordinal);
        Assert.Contains("200 of 200 rows are done:", output, StringComparison.Ordinal);
        AssertEachOnce(folder["results.csv"], 200);
        string[] results = await File.ReadAllLinesAsync(folder["results.csv"]);
        Assert.Contains("1,Billing", results);
        Assert.Contains("2,Login", results);
        Assert.Contains("3,Feature", results);
    }

    [Fact]
    public async Task However_often_it_is_stopped_each_row_is_asked_for_once_and_none_is_lost()
    {
        const int Rows = 300;
        using var folder = new TemporaryFolder();
        await using MimoServer server = await MimoServer.StartAsync();
        using var client = new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint });
        ITicketClassifier classifier = ITicketClassifier.Create(client);
        Ticket.WriteExample(folder["tickets.csv"], Rows);

        int runs = 0;
        for (int done = 0; done < Rows; runs++)
        {
            using var stop = new CancellationTokenSource();
            using var results = new ResultFile(folder["results.csv"]);
            int before = results.Count;
            await BulkRun.RunAsync(
                Ticket.Read(folder["tickets.csv"]),
                results,
                classifier,
                concurrency: 8,
                () =>
                {
                    if (results.Count >= before + 40)
                    {
                        stop.Cancel();
                    }
                },
                stop.Token);
            Assert.InRange(results.Count - before, 1, 40 + 8);
            done = results.Count;
        }

        Assert.True(runs > 5);
        AssertEachOnce(folder["results.csv"], Rows);
        Assert.Equal(Rows, server.Requests.Select(static request => JsonNode.Parse(request.BodyText)!["messages"]![1]!["content"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(Rows, server.Requests.Count);
    }

    [Fact]
    public async Task What_a_killed_run_left_of_a_line_is_dropped_and_its_row_done_again()
    {
        using var folder = new TemporaryFolder();
        Ticket.WriteExample(folder["tickets.csv"], 5);
        await File.WriteAllTextAsync(folder["results.csv"], "2,Login\n4,Other\n1,Bil");
        var fake = new FakeMimo(static _ => MimoTurn.Text("""{"value":"Bug"}"""));

        using (var results = new ResultFile(folder["results.csv"]))
        {
            Assert.Equal(2, results.Count);
            await BulkRun.RunAsync(Ticket.Read(folder["tickets.csv"]), results, ITicketClassifier.Create(fake), concurrency: 1, static () => { }, CancellationToken.None);
        }

        Assert.Equal("2,Login\n4,Other\n1,Bug\n3,Bug\n5,Bug\n", await File.ReadAllTextAsync(folder["results.csv"]));
        Assert.Equal(3, fake.Requests.Count);
    }

    [Fact]
    public async Task A_row_that_the_model_cannot_sort_stops_no_other_and_is_left_for_the_next_run()
    {
        using var folder = new TemporaryFolder();
        Ticket.WriteExample(folder["tickets.csv"], 5);
        var fake = new FakeMimo(static request => request.Messages.Any(static message => message.Text.Contains("(ticket 3)", StringComparison.Ordinal)) ? MimoTurn.Text("?") : MimoTurn.Text("""{"value":"Bug"}"""));
        using var results = new ResultFile(folder["results.csv"]);

        await BulkRun.RunAsync(Ticket.Read(folder["tickets.csv"]), results, ITicketClassifier.Create(fake), concurrency: 2, static () => { }, CancellationToken.None);

        Assert.Equal((4, false), (results.Count, results.Has(3)));
    }

    [Fact]
    public void Two_runs_at_once_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var results = new ResultFile(folder["results.csv"]);

        Assert.Throws<IOException>(() => new ResultFile(folder["results.csv"]));
    }

    /// <summary>By the signal of a service manager, which the sample treats as it does Ctrl-C's: that one is ignored where a job runs in the background, as in some CI.</summary>
    [Fact]
    public async Task A_signal_stops_it_in_good_order_and_the_next_run_goes_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        string results = folder["results.csv"];

        // So many rows that a signal comes in time also where this test is held up for a while.
        using SampleProcess process = SampleProcess.Start(typeof(ITicketClassifier), folder.Path, "tickets.csv", "results.csv", "6000");
        var waited = Stopwatch.StartNew();
        while (!(File.Exists(results) && new FileInfo(results).Length > 300) && !process.HasExited && waited.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(5);
        }

        Process.Start("kill", ["-TERM", process.Id.ToString(provider: null)]).WaitForExit();
        (int exitCode, string stopped) = await process.EndAsync();
        int done = (await File.ReadAllLinesAsync(results)).Length;
        (int nextExitCode, string finished) = await SampleProcess.RunAsync(typeof(ITicketClassifier), folder.Path, input: [], "tickets.csv", "results.csv");

        Assert.Equal(1, exitCode);
        Assert.InRange(done, 1, 5999);
        Assert.Contains($"{done} of 6000 rows are done:", stopped, StringComparison.Ordinal);
        Assert.Equal(0, nextExitCode);
        Assert.Contains($"{done} of 6000 rows are done already.", finished, StringComparison.Ordinal);
        AssertEachOnce(results, 6000);
    }

    private static void AssertEachOnce(string results, int rows) =>
        Assert.Equal(Enumerable.Range(1, rows), File.ReadAllLines(results).Select(static line => int.Parse(line[..line.IndexOf(',')], provider: null)).Order());
}
