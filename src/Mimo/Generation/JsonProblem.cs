using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>One thing that is wrong with JSON that a model wrote, in words that the model can act on.</summary>
/// <param name="Path">Where: a JSON path, relative to the value being read while it is read, and from <c>$</c> once reading is over.</param>
/// <param name="Message">What was wanted and what came.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JsonProblem(string Path, string Message)
{
    /// <summary>What the code of the value's type threw, for logs; null if nothing did. The model is not told of it.</summary>
    internal Exception? Exception { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
