using System.Diagnostics;
using Mimo.Generation;
using Mimo.ToolLoop;

namespace Mimo;

/// <summary>
/// A tool that the model may call: what it is told about it, and the code behind it. Generated code makes one for each
/// <see cref="MimoToolAttribute"/> method. Instances are immutable and safe to share between threads; whether calls may run
/// concurrently depends on the code behind them.
/// </summary>
[DebuggerDisplay("{Name}")]
public sealed class MimoTool
{
    private readonly MimoToolHandler? _handler;
    private readonly ToolCallHandler? _generatedHandler;
    private readonly AwaitedToolCallHandler? _awaitedHandler;

    /// <summary>Creates a tool by hand. Generated code does the same.</summary>
    /// <param name="name">1 to 64 characters out of <c>A-Z a-z 0-9 _ -</c>.</param>
    /// <param name="description">What the tool is for, as the model reads it; empty if nothing is known.</param>
    /// <param name="parametersSchema">The JSON schema of the arguments: one UTF-8 JSON object, sent as it stands.</param>
    /// <param name="handler">Runs the tool.</param>
    /// <exception cref="ArgumentException">The name is not one that MiMo accepts.</exception>
    public MimoTool(string name, string description, ReadOnlyMemory<byte> parametersSchema, MimoToolHandler handler)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(handler);
        if (!IsValidName(name))
        {
            throw new ArgumentException($"'{name}' is not a tool name that MiMo accepts: 1 to 64 characters out of A-Z, a-z, 0-9, '_' and '-'.", nameof(name));
        }

        Name = name;
        Description = description;
        ParametersSchema = parametersSchema;
        _handler = handler;
    }

    /// <summary>Creates a tool out of generated code, which has had its name checked by the compiler.</summary>
    internal MimoTool(
        string name,
        string description,
        ReadOnlyMemory<byte> parametersSchema,
        ToolCallHandler? handler,
        AwaitedToolCallHandler? awaited,
        ToolEffect effect,
        bool requireApproval,
        int timeoutSeconds,
        bool strict)
    {
        Name = name;
        Description = description;
        ParametersSchema = parametersSchema;
        _generatedHandler = handler;
        _awaitedHandler = awaited;

        // Most tools state none of these, and what is never called is not compiled either while a program starts.
        if (effect != ToolEffect.Unspecified)
        {
            Effect = effect;
        }

        if (requireApproval)
        {
            RequireApproval = true;
        }

        if (timeoutSeconds > 0)
        {
            Timeout = TimeSpan.FromSeconds(timeoutSeconds);
        }

        if (strict)
        {
            Strict = true;
        }
    }

    /// <summary>The name on the wire; unique within a tool set.</summary>
    public string Name { get; }

    /// <summary>What the tool is for, as the model reads it; empty if nothing is known.</summary>
    public string Description { get; }

    /// <summary>The JSON schema of the arguments: one UTF-8 JSON object.</summary>
    public ReadOnlyMemory<byte> ParametersSchema { get; }

    /// <summary>What running the tool does to the world.</summary>
    public ToolEffect Effect { get; init; }

    /// <summary>Whether each call must be approved before it runs. A tool loop holds to it; <see cref="InvokeAsync"/> asks nobody.</summary>
    public bool RequireApproval { get; init; }

    /// <summary>The longest that one call may take; null for no limit of its own. A tool loop holds to it; <see cref="InvokeAsync"/> does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? Timeout
    {
        get;
        init => field = Limits.Limit(value);
    }

    /// <summary>
    /// Whether the request asks the server to hold the model strictly to the schema. Only the OpenAI format can ask for it; in the
    /// Anthropic format this has no effect.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>
    /// Runs the tool. Arguments that don't fit and exceptions of the code behind it come back as error results; only
    /// cancellation throws. <see cref="RequireApproval"/> and <see cref="Timeout"/> are for a tool loop to keep: here neither is looked at.
    /// </summary>
    /// <param name="argumentsUtf8">The arguments as the model wrote them: UTF-8 JSON, not necessarily valid. Empty means no arguments.</param>
    /// <param name="context">What surrounds the call; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<MimoToolResult> InvokeAsync(
        ReadOnlyMemory<byte> argumentsUtf8,
        MimoToolContext? context = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ValueTask<MimoToolResult> pending;
        try
        {
            if (_generatedHandler is not null)
            {
                return new ValueTask<MimoToolResult>(ToolCall.Run(_generatedHandler, argumentsUtf8.Span, context, cancellationToken) ?? WithoutResult(Name));
            }

            pending = _awaitedHandler is not null
                ? ToolCall.Run(_awaitedHandler, argumentsUtf8.Span, context, cancellationToken)
                : _handler!(argumentsUtf8, context ?? MimoToolContext.Empty, cancellationToken);
        }
        catch (Exception exception) when (!UserCallback.IsCancellation(exception, cancellationToken))
        {
            return new ValueTask<MimoToolResult>(MimoToolResult.FromException(exception));
        }

        return !pending.IsCompletedSuccessfully ? AwaitAsync(Name, pending, cancellationToken) : new ValueTask<MimoToolResult>(pending.Result ?? WithoutResult(Name));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal static bool IsValidName(string name)
    {
        const int LongestName = 64;
        if (name.Length is 0 or > LongestName)
        {
            return false;
        }

        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static async ValueTask<MimoToolResult> AwaitAsync(string name, ValueTask<MimoToolResult> pending, CancellationToken cancellationToken)
    {
        try
        {
            return await pending.ConfigureAwait(false) ?? WithoutResult(name);
        }
        catch (Exception exception) when (!UserCallback.IsCancellation(exception, cancellationToken))
        {
            return MimoToolResult.FromException(exception);
        }
    }

    private static MimoToolResult WithoutResult(string name) =>
        MimoToolResult.FromException(new InvalidOperationException($"The code behind the tool '{name}' gave null in place of a {nameof(MimoToolResult)}."));
}
