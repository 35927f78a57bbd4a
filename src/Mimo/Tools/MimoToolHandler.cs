namespace Mimo;

/// <summary>Runs a tool: reads the arguments, calls the code behind it, and writes the result.</summary>
/// <param name="argumentsUtf8">The arguments as the model wrote them: UTF-8 JSON, not necessarily valid.</param>
/// <param name="context">What surrounds the call.</param>
/// <param name="cancellationToken">Cancels the call.</param>
/// <returns>The result; arguments that don't fit give an error result, not an exception.</returns>
public delegate ValueTask<MimoToolResult> MimoToolHandler(
    ReadOnlyMemory<byte> argumentsUtf8,
    MimoToolContext context,
    CancellationToken cancellationToken);
