namespace Mimo.Testing.Server;

/// <summary>The scripted turns still to come. Thread-safe.</summary>
internal sealed class Script
{
    private readonly Queue<MimoTurn> _turns = new();

    /// <summary>How many turns are left.</summary>
    public int Count
    {
        get
        {
            lock (_turns)
            {
                return _turns.Count;
            }
        }
    }

    public void Add(ReadOnlySpan<MimoTurn> turns)
    {
        lock (_turns)
        {
            foreach (MimoTurn turn in turns)
            {
                _turns.Enqueue(turn);
            }
        }
    }

    /// <summary>The next turn, or the unscripted one when none is left.</summary>
    /// <param name="keep">Whether the turn stays for the next request.</param>
    public MimoTurn Next(bool keep)
    {
        lock (_turns)
        {
            return _turns.TryPeek(out MimoTurn? turn) ? (keep ? turn : _turns.Dequeue()) : MimoTurn.Unscripted;
        }
    }
}
