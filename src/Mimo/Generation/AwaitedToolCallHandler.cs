using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>The same as <see cref="ToolCallHandler"/> for a tool whose method is awaited. It reads the arguments before it returns.</summary>
/// <param name="call">The call; its arguments are asked for in the order of the method's parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask<MimoToolResult> AwaitedToolCallHandler(ref ToolCall call);
