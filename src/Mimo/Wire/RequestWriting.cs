namespace Mimo.Wire;

/// <summary>How a request is to be written, beyond what it says itself.</summary>
/// <param name="Format">The wire format.</param>
/// <param name="DefaultModel">The model when the request names none; null writes none.</param>
/// <param name="Stream">Whether the answer is asked for as a stream.</param>
/// <param name="BlankForEmptyContent">
/// Whether the empty content of the model's turns, mostly of those that hold only tool calls, is sent as one blank. Some MiMo hosts refuse the empty one.
/// </param>
internal readonly record struct RequestWriting(MimoFormat Format, string? DefaultModel, bool Stream, bool BlankForEmptyContent = false);
