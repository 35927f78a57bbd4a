using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>Reads the arguments of one call, calls the tool's method with them, and gives its result. Generated for each tool.</summary>
/// <param name="call">The call; its arguments are asked for in the order of the method's parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask<MimoToolResult> ToolCallHandler(ref ToolCall call);
