using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mimo.Testing.Faults;

namespace Mimo.Testing.Server;

/// <summary>Sends a response part by part, each flushed on its own as the service does with events, and breaks it where a fault says so.</summary>
internal static class Delivery
{
    public static async Task SendAsync(HttpContext context, ServerResponse response, IReadOnlyList<MimoFault> faults, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DeliveryPlan plan = DeliveryPlan.For(response, faults);
        if (plan.Ending == FaultKind.NoResponse)
        {
            context.Abort();
            return;
        }

        HttpResponse http = context.Response;
        http.StatusCode = response.Status;
        http.ContentType = response.ContentType;
        foreach ((string name, string value) in response.Headers)
        {
            http.Headers.Append(name, value);
        }

        if (http.Headers.Date.Count == 0)
        {
            // In place of Kestrel's own, so that a date to try again at is by the same clock.
            http.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        }

        if (plan.ContentLength is { } length)
        {
            http.ContentLength = length;
        }

        await http.StartAsync(cancellationToken).ConfigureAwait(false);
        await http.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        foreach (ReadOnlyMemory<byte> piece in plan.Pieces)
        {
            await http.Body.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            await http.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (plan.Pause > TimeSpan.Zero)
            {
                await Task.Delay(plan.Pause, cancellationToken).ConfigureAwait(false);
            }
        }

        switch (plan.Ending)
        {
            case FaultKind.Cut:
                // An abort would reset the connection, and a reset may take away bytes the client has not read yet. An exception
                // makes Kestrel close it in order, but without the end that HTTP demands.
                throw new CutException();
            case FaultKind.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private sealed class CutException() : Exception("The answer was cut here on purpose.");
}
