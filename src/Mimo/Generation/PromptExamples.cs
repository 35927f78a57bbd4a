using System.ComponentModel;
using System.Text;

namespace Mimo.Generation;

/// <summary>Makes the values of examples for generated prompts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptExamples
{
    /// <summary>Reads a value that was checked at build time.</summary>
    /// <param name="json">The value.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="InvalidOperationException">The type's own code refuses the value, which nobody could know at build time.</exception>
    public static T Read<T>(string json, ModelJsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(read);
        var reader = new ModelJsonReader(Encoding.UTF8.GetBytes(json));
        reader.Start();
        T value = read(ref reader);
        reader.End();
        return reader.HasProblems
            ? throw new InvalidOperationException($"The [Example] value {json} can't be read as '{typeof(T)}': {string.Join("; ", reader.Problems)}.", reader.FindException())
            : value;
    }
}
