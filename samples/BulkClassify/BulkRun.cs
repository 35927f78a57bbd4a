using Mimo;

namespace BulkClassify;

/// <summary>Classifies the rows that have no result yet, several at a time.</summary>
internal static class BulkRun
{
    /// <param name="tickets">All rows.</param>
    /// <param name="results">Knows the rows that are done, and takes the others'.</param>
    /// <param name="classifier">The prompt.</param>
    /// <param name="concurrency">How many rows may be under way at a time.</param>
    /// <param name="onDone">Called after each row.</param>
    /// <param name="stop">Begins no further rows. Those under way are finished, for they are paid for.</param>
    public static Task RunAsync(IEnumerable<Ticket> tickets, ResultFile results, ITicketClassifier classifier, int concurrency, Action onDone, CancellationToken stop) =>
        Parallel.ForEachAsync(
            tickets.TakeWhile(_ => !stop.IsCancellationRequested).Where(ticket => !results.Has(ticket.Id)),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (ticket, cancellationToken) =>
            {
                try
                {
                    results.Add(ticket.Id, await classifier.ClassifyAsync(ticket.Text, cancellationToken));
                    onDone();
                }
                catch (Exception exception) when (exception is MimoOutputException or MimoApiException { Code: "421" })
                {
                    // One row that the model can't sort, repairs included, or that moderation refuses must not stop the others.
                }
            });
}
