using System.Runtime.CompilerServices;

namespace Mimo.Generation;

public static partial class PromptRunner
{
    /// <summary>
    /// Gives each item of a list as soon as it is complete. Items that were given out stand; when a later one doesn't fit, the model
    /// is asked for the whole list again, and its items are given from where the earlier answer ended.
    /// </summary>
    public static IAsyncEnumerable<T> StreamItemsAsync<T>(IMimoClient client, MimoRequest request, ModelItems<T> output, MimoRunOptions options, MimoTranscript? transcript, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        return StreamAsync(client, request, () => new ItemStream<T>(output), options, transcript, cancellationToken);
    }

    /// <summary>
    /// Gives drafts of an answer while it comes; the last has the whole answer. When the answer doesn't fit, the model is asked again,
    /// and the drafts begin from nothing.
    /// </summary>
    public static IAsyncEnumerable<TDraft> StreamDraftsAsync<TDraft, T>(IMimoClient client, MimoRequest request, ModelOutput<T> output, MimoRunOptions options, MimoTranscript? transcript, CancellationToken cancellationToken)
        where TDraft : MimoDraft<T>, IModelDraft<TDraft>
        where T : class
    {
        ArgumentNullException.ThrowIfNull(output);
        return StreamAsync(client, request, () => new DraftStream<TDraft, T>(output), options, transcript, cancellationToken);
    }

    // What takes the answers is made anew for each enumeration, of which one stream may have several.
    private static async IAsyncEnumerable<T> StreamAsync<T>(
        IMimoClient client,
        MimoRequest request,
        Func<AnswerStream<T>> createAnswers,
        MimoRunOptions options,
        MimoTranscript? transcript,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        var conversation = new PromptConversation(request, transcript);
        AnswerStream<T> answers = createAnswers();
        var attempts = new PromptAttempts(request, options, conversation);
        while (true)
        {
            MimoRun? run = null;
            await foreach (MimoUpdate update in MimoToolLoop.RunStreamingAsync(client, attempts.Request, attempts.Options, attempts.Earlier, cancellationToken).ConfigureAwait(false))
            {
                switch (update)
                {
                    case MimoTextUpdate text:
                        answers.Append(text.Text);
                        while (answers.TryTake(out T? value))
                        {
                            yield return value;
                        }

                        break;
                    case MimoFinishedUpdate:
                        answers.EndResponse();
                        break;
                    case MimoRunFinishedUpdate finished:
                        run = finished.Run;
                        break;
                }
            }

            attempts.Take(run!);
            if (answers.TryFinish(run!.Response.Text, out IReadOnlyList<T> rest, out string? problems))
            {
                // Before the rest is handed out: who has the whole answer need not read on.
                conversation.Add(run.NewMessages);
                conversation.AppendToTranscript();
                foreach (T value in rest)
                {
                    yield return value;
                }

                yield break;
            }

            attempts.Refuse(run, problems, answers.RepairNote);
        }
    }
}
