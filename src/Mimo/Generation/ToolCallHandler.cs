using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>Reads the arguments of one call, calls the tool's method with them, and gives its result. Generated for each tool that is not awaited.</summary>
/// <param name="call">The call; its arguments are asked for in the order of the method's parameters.</param>
/// <returns>The result; null if the arguments stand in another order, so that it must be run again, or if the tool itself gave null.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate MimoToolResult? ToolCallHandler(ref ToolCall call);
