using System.Runtime.CompilerServices;

namespace Mimo.Tests.Prompts;

/// <summary>A client whose answers come in pieces that a test has cut, each when it is asked for.</summary>
internal sealed class PiecesClient(params IReadOnlyList<string>[] answers) : IMimoClient
{
    private int _answers;

    /// <summary>The requests that came.</summary>
    public List<MimoRequest> Requests { get; } = [];

    /// <summary>How many pieces were asked for.</summary>
    public int Sent { get; private set; }

    /// <summary>How each answer ends.</summary>
    public MimoFinishReason FinishReason { get; init; } = MimoFinishReason.Stop;

    public Task<MimoResponse> SendAsync(MimoRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async IAsyncEnumerable<MimoUpdate> StreamAsync(MimoRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        IReadOnlyList<string> pieces = answers[_answers++];
        foreach (string piece in pieces)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            Sent++;
            yield return new MimoTextUpdate(piece);
        }

        yield return new MimoFinishedUpdate(FinishReason, new MimoResponse(MimoMessage.Assistant(string.Concat(pieces)), FinishReason));
    }

    /// <summary>Cuts a text at the given places; anything from 0 up will do.</summary>
    public static IReadOnlyList<string> Cut(string text, IEnumerable<int> lengths)
    {
        var pieces = new List<string>();
        int start = 0;
        foreach (int length in lengths)
        {
            int end = Math.Min(text.Length, start + Math.Max(1, length));
            if (end > start)
            {
                pieces.Add(text[start..end]);
            }

            start = end;
        }

        if (start < text.Length)
        {
            pieces.Add(text[start..]);
        }

        return pieces;
    }
}
