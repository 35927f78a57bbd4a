using System.Runtime.InteropServices;
using BulkClassify;
using Mimo;
using Samples;
using Spectre.Console;

// dotnet run [tickets.csv [results.csv [rows]]]: classifies all rows; Ctrl-C stops, and the next run goes on from there.
string input = args.ElementAtOrDefault(0) ?? "tickets.csv";
string output = args.ElementAtOrDefault(1) ?? "results.csv";
if (!File.Exists(input))
{
    Ticket.WriteExample(input, int.Parse(args.ElementAtOrDefault(2) ?? "10000", provider: null));
}

using var stop = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

await using Connection connection = await Connection.OpenAsync();
using var results = new ResultFile(output);
int rows = Ticket.Read(input).Count();
AnsiConsole.MarkupLineInterpolated($"[grey]{results.Count} of {rows} rows are done already.[/]");
await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
{
    ProgressTask bar = progress.AddTask("Classifying", maxValue: rows);
    bar.Value = results.Count;
    try
    {
        await BulkRun.RunAsync(Ticket.Read(input), results, ITicketClassifier.Create(connection.Client), concurrency: 16, () => bar.Increment(1), stop.Token);
    }
    catch (MimoException exception)
    {
        // The client has tried again already: the key is wrong, the account empty, or the network gone.
        AnsiConsole.MarkupLineInterpolated($"[red]{exception.Message}[/]");
    }
});

AnsiConsole.MarkupLineInterpolated($"{results.Count} of {rows} rows are done: {string.Join(", ", results.Totals.Select(static total => $"{total.Topic} {total.Count}"))}");
return results.Count == rows ? 0 : 1;

// The second time the system's own way of stopping is not held back.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
