using System.Runtime.CompilerServices;
using Mimo.Testing.Fakes;

namespace Mimo.Testing;

/// <summary>
/// A client that answers from a script, within the process: no sockets, no server, no key. For unit tests of code that is given
/// an <see cref="IMimoClient"/> or a prompt; <see cref="MimoServer"/> is for tests of what goes over the wire.
/// </summary>
/// <remarks>
/// <para>
/// Each request takes one <see cref="MimoTurn"/>, streamed or not, so a prompt that calls a tool takes two: the call, and the answer
/// after it. A request for which no turn is left throws. Requests that the service would refuse are refused, and
/// turns that are errors throw what <see cref="MimoClient"/> would throw, but nothing is tried again.
/// </para>
/// <para>All members may be used from several threads at once.</para>
/// </remarks>
/// <example>
/// <code>
/// var fake = new FakeMimo(MimoTurn.Text("""{"value":["Great Wall"]}"""));
/// IReadOnlyList&lt;string&gt; places = await ITravelAssistant.Create(fake).SuggestAsync("Beijing");
/// Assert.Contains("Beijing", fake.Requests[0].ToString());
/// </code>
/// </example>
public sealed class FakeMimo : IMimoClient
{
    private readonly Queue<MimoTurn> _turns = new();
    private readonly List<MimoRequest> _requests = [];
    private readonly Func<MimoRequest, MimoTurn>? _answer;

    /// <summary>Makes a client that answers with these turns, in this order.</summary>
    /// <param name="turns">The turns; more can be enqueued later.</param>
    /// <exception cref="ArgumentException">A turn has a fault, which needs a wire.</exception>
    public FakeMimo(params MimoTurn[] turns) => Enqueue(turns);

    /// <summary>Makes a client that looks at each request to answer it. Enqueued turns go first.</summary>
    /// <param name="answer">Gives the turn; <see cref="MimoTurn.Unscripted"/> has the request answered as <see cref="MimoServer"/> would. May be called from several threads at once.</param>
    public FakeMimo(Func<MimoRequest, MimoTurn> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answer = answer;
    }

    /// <summary>
    /// The model of requests that name none, as <see cref="MimoClientOptions.Model"/> is for a client, with the same default. Rules hang
    /// on it: images need one that takes them, such as <c>mimo-v2-omni</c>.
    /// </summary>
    public string Model { get; init; } = new MimoClientOptions().Model;

    /// <summary>All requests so far, in order: a snapshot that later requests don't change.</summary>
    public IReadOnlyList<MimoRequest> Requests
    {
        get
        {
            lock (_turns)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>How many enqueued turns no request has taken yet; 0 at the end of a test says that all came to pass.</summary>
    public int TurnsLeft
    {
        get
        {
            lock (_turns)
            {
                return _turns.Count;
            }
        }
    }

    /// <summary>Adds turns behind those that are left.</summary>
    /// <param name="turns">The turns.</param>
    /// <returns>This client.</returns>
    /// <exception cref="ArgumentException">A turn has a fault, which needs a wire.</exception>
    public FakeMimo Enqueue(params MimoTurn[] turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        foreach (MimoTurn turn in turns)
        {
            ArgumentNullException.ThrowIfNull(turn, nameof(turns));
            ThrowIfFaulty(turn);
        }

        lock (_turns)
        {
            foreach (MimoTurn turn in turns)
            {
                _turns.Enqueue(turn);
            }
        }

        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No turn is left for the request.</exception>
    public async Task<MimoResponse> SendAsync(MimoRequest request, CancellationToken cancellationToken = default)
    {
        using MimoClient client = Connect(request, cancellationToken);
        return await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No turn is left for the request.</exception>
    public async IAsyncEnumerable<MimoUpdate> StreamAsync(MimoRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using MimoClient client = Connect(request, cancellationToken);
        await foreach (MimoUpdate update in client.StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>A client for one request, whose answer is known already.</summary>
    private MimoClient Connect(MimoRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        (MimoTurn turn, int number) = Take(request);
        return FakeService.Connect(turn, number, Model);
    }

    private (MimoTurn Turn, int Number) Take(MimoRequest request)
    {
        int number;
        lock (_turns)
        {
            // The messages may be a list that goes on growing, such as a transcript.
            _requests.Add(request with { Messages = [.. request.Messages] });
            number = _requests.Count;
            if (_turns.TryDequeue(out MimoTurn? scripted))
            {
                return (scripted, number);
            }
        }

        if (_answer is null)
        {
            throw new InvalidOperationException(
                $"{nameof(FakeMimo)} has no turn for request {number}: {number - 1} came before it, and each took one. Enqueue a {nameof(MimoTurn)} for it; "
                + $"a tool's call and the answer after it are two. The request was:\n{request}");
        }

        MimoTurn turn = _answer(request) ?? throw new InvalidOperationException($"The function that answers for {nameof(FakeMimo)} gave null for request {number}:\n{request}");
        ThrowIfFaulty(turn);
        return (turn, number);
    }

    private static void ThrowIfFaulty(MimoTurn turn)
    {
        if (turn.Faults.Count > 0)
        {
            throw new ArgumentException($"The turn has a fault ({turn.Faults[0]}), but there is no wire here on which it could happen. Use {nameof(MimoServer)}.", nameof(turn));
        }
    }
}
