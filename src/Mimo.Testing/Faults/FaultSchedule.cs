using Mimo.Testing.Replies;
using Mimo.Testing.Server;

namespace Mimo.Testing.Faults;

/// <summary>
/// Decides which requests go wrong, and how, from the seed and the number of the request alone. Stalls are not among the
/// faults: a client waits minutes for the next byte, and a test should not.
/// </summary>
internal sealed class FaultSchedule(int seed, double rate)
{
    private const int Scale = 1_000_000;

    private static readonly MimoOddity[] Oddities = Enum.GetValues<MimoOddity>();

    /// <summary>The misfortune of a request, or null when it has none.</summary>
    public Misfortune? For(int requestNumber)
    {
        // Another stream of numbers than the one ids come from, so that turning faults on leaves those alone.
        var dice = new Dice(seed ^ 0x5EED, requestNumber);
        if (dice.Next(0, Scale - 1) >= rate * Scale)
        {
            return null;
        }

        return dice.Next(0, 2) switch
        {
            0 => new Misfortune { Instead = Error(ref dice) },
            1 => new Misfortune { Oddity = Oddities[dice.Next(0, Oddities.Length - 1)] },
            _ => new Misfortune { Delivery = dice },
        };
    }

    private static MimoTurn Error(ref Dice dice) => dice.Next(0, 6) switch
    {
        0 => MimoTurn.RateLimited(),
        1 => MimoTurn.RateLimited(TimeSpan.Zero),
        2 => MimoTurn.RateLimited(DateTimeOffset.UnixEpoch),
        3 => MimoTurn.ServerError(),
        4 => MimoTurn.ServerError().WithFault(MimoFault.DataPrefix),
        5 => MimoTurn.Overloaded(),
        _ => MimoTurn.Moderated(),
    };
}

/// <summary>What goes wrong with one request: one of the three.</summary>
internal sealed record Misfortune
{
    /// <summary>An answer instead of the proper one.</summary>
    public MimoTurn? Instead { get; init; }

    /// <summary>A bend of the proper answer.</summary>
    public MimoOddity? Oddity { get; init; }

    /// <summary>The numbers to choose a fault of delivery by, once the answer's length is known.</summary>
    public Dice? Delivery { get; init; }

    /// <summary>Whether the answer is lost or damaged on its way, so that a scripted turn is not used up.</summary>
    public bool LosesAnswer => Oddity is null;

    /// <summary>The faults of delivery, chosen so that the answer is lost for certain: its end never arrives.</summary>
    public IReadOnlyList<MimoFault> DeliveryFaults(ServerResponse response, MimoTurn turn)
    {
        if (Delivery is not { } dice)
        {
            return [];
        }

        if (response.Status is < 200 or >= 300 || turn.Faults.Any(fault => IsAnswer(fault, response)))
        {
            // The status alone is the answer, and so is what a turn breaks by itself.
            return [MimoFault.NoResponse];
        }

        MimoFault pieces = MimoFault.InPieces(dice.Next(5, 97));
        int bytes = dice.Next(0, Math.Max(0, response.BytesOfAnswer - 1));
        return dice.Next(0, response.IsStream ? 3 : 2) switch
        {
            0 => [MimoFault.NoResponse],
            1 => [pieces, MimoFault.CutAfter(bytes)],
            2 => [pieces, MimoFault.EndAfter(bytes)],
            _ => [pieces, MimoFault.ErrorAfter(dice.Next(0, response.PartsOfAnswer - 1))],
        };
    }

    /// <summary>Whether a turn's own fault is what a client sees of it, so that it would see it twice if the turn was given again.</summary>
    private static bool IsAnswer(MimoFault fault, ServerResponse response) => fault.Kind switch
    {
        FaultKind.ErrorEvent => response.IsStream,
        FaultKind.DataPrefix or FaultKind.Pieces => false,
        _ => true,
    };
}
