using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mimo.Generation;

/// <summary>Runs a typed prompt: generated code builds the request, this sends it, runs its tools and gives the answer its type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PromptRunner
{
    /// <summary>Gives the answer's text.</summary>
    public static async Task<string> GetTextAsync(IMimoClient client, MimoRequest request, MimoRunOptions options, MimoTranscript? transcript, CancellationToken cancellationToken)
    {
        MimoResult<string> result = await GetTextResultAsync(client, request, options, transcript, cancellationToken).ConfigureAwait(false);
        return result.Value;
    }

    /// <summary>Runs the prompt for its effect, after which the model may have nothing to say.</summary>
    public static Task RunAsync(IMimoClient client, MimoRequest request, MimoRunOptions options, MimoTranscript? transcript, CancellationToken cancellationToken) =>
        RunAsync(client, request, options, transcript, PromptAnswers.ThrowIfUndone, cancellationToken);

    /// <summary>Gives the answer as a value.</summary>
    public static async Task<T> GetAsync<T>(IMimoClient client, MimoRequest request, ModelOutput<T> output, MimoRunOptions options, MimoTranscript? transcript, CancellationToken cancellationToken)
    {
        MimoResult<T> result = await GetResultAsync(client, request, output, options, transcript, cancellationToken).ConfigureAwait(false);
        return result.Value;
    }

    /// <summary>Gives the answer's text and how it came about.</summary>
    public static async Task<MimoResult<string>> GetTextResultAsync(IMimoClient client, MimoRequest request, MimoRunOptions options, MimoTranscript? transcript, CancellationToken cancellationToken)
    {
        (MimoRun run, PromptConversation conversation) = await RunAsync(client, request, options, transcript, PromptAnswers.ThrowIfNoText, cancellationToken).ConfigureAwait(false);
        return new MimoResult<string>(run.Response.Text, run.Response, conversation.Messages, run.Usage, attempts: 1);
    }

    /// <summary>Gives the answer as a value and how it came about. An answer that doesn't fit goes back to the model with what is wrong with it.</summary>
    public static async Task<MimoResult<T>> GetResultAsync<T>(IMimoClient client, MimoRequest request, ModelOutput<T> output, MimoRunOptions options, MimoTranscript? transcript, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        var conversation = new PromptConversation(request, transcript);
        var attempts = new PromptAttempts(request, options, conversation);
        while (true)
        {
            MimoRun run = await MimoToolLoop.RunAsync(client, attempts.Request, attempts.Options, attempts.Earlier, cancellationToken).ConfigureAwait(false);
            attempts.Take(run);
            if (output.TryRead(run.Response.Text, out T? value, out string? problems))
            {
                conversation.Add(run.NewMessages);
                conversation.AppendToTranscript();
                return new MimoResult<T>(value, run.Response, conversation.Messages, attempts.Usage, attempts.Number);
            }

            attempts.Refuse(run, problems);
        }
    }

    /// <summary>Gives the answer's text as it comes.</summary>
    public static async IAsyncEnumerable<string> StreamTextAsync(
        IMimoClient client,
        MimoRequest request,
        MimoRunOptions options,
        MimoTranscript? transcript,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var conversation = new PromptConversation(request, transcript);
        await foreach (MimoUpdate update in client.RunStreamingAsync(request, options, cancellationToken).ConfigureAwait(false))
        {
            switch (update)
            {
                case MimoTextUpdate text:
                    yield return text.Text;
                    break;
                case MimoRunFinishedUpdate finished:
                    PromptAnswers.ThrowIfNoText(finished.Run);
                    conversation.Add(finished.Run.NewMessages);
                    conversation.AppendToTranscript();
                    break;
            }
        }
    }

    /// <summary>Gives everything that happens as it happens; a run without an answer is told by its <see cref="MimoRunFinishedUpdate"/>, not thrown.</summary>
    public static async IAsyncEnumerable<MimoUpdate> StreamUpdatesAsync(
        IMimoClient client,
        MimoRequest request,
        MimoRunOptions options,
        MimoTranscript? transcript,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var conversation = new PromptConversation(request, transcript);
        await foreach (MimoUpdate update in client.RunStreamingAsync(request, options, cancellationToken).ConfigureAwait(false))
        {
            if (update is MimoRunFinishedUpdate finished)
            {
                conversation.Add(finished.Run.NewMessages);
                conversation.AppendToTranscript();
            }

            yield return update;
        }
    }

    /// <summary>Runs the prompt. What it gives joins the transcript unless the check throws.</summary>
    private static async Task<(MimoRun Run, PromptConversation Conversation)> RunAsync(
        IMimoClient client,
        MimoRequest request,
        MimoRunOptions options,
        MimoTranscript? transcript,
        Action<MimoRun> check,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var conversation = new PromptConversation(request, transcript);
        MimoRun run = await client.RunAsync(request, options, cancellationToken).ConfigureAwait(false);
        check(run);
        conversation.Add(run.NewMessages);
        conversation.AppendToTranscript();
        return (run, conversation);
    }
}
