namespace Mimo.Testing.Server;

/// <summary>Finds which of a turn's oddities and faults a client gets to see: the journal is to tell of no others.</summary>
internal static class Effects
{
    /// <param name="turn">The turn.</param>
    /// <param name="write">Writes the response to the request by a turn; the same bytes each time.</param>
    /// <returns>The turn without each oddity and fault that makes no difference to what is sent.</returns>
    public static MimoTurn Of(MimoTurn turn, Func<MimoTurn, ServerResponse> write)
    {
        if (turn.Oddities.Count == 0 && turn.Faults.Count == 0)
        {
            return turn;
        }

        DeliveryPlan plan = Plan(turn);
        turn = WithoutIdle(turn, static turn => turn.Oddities.Count, static (turn, index) => turn.WithoutOddity(index));
        return WithoutIdle(turn, static turn => turn.Faults.Count, static (turn, index) => turn.WithoutFault(index));

        MimoTurn WithoutIdle(MimoTurn turn, Func<MimoTurn, int> count, Func<MimoTurn, int, MimoTurn> without)
        {
            for (int index = 0; index < count(turn);)
            {
                MimoTurn less = without(turn, index);
                if (Plan(less).SendsTheSameAs(plan))
                {
                    turn = less;
                }
                else
                {
                    index++;
                }
            }

            return turn;
        }

        DeliveryPlan Plan(MimoTurn candidate) => DeliveryPlan.For(write(candidate), candidate.Faults);
    }
}
