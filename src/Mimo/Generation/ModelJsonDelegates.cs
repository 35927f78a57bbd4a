using System.ComponentModel;
using System.Text.Json;

namespace Mimo.Generation;

/// <summary>Reads one value. The reader stands on the value's first token before and on its last one after.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="reader">Where the value stands; problems are recorded in it, not thrown.</param>
/// <returns>The value, or an arbitrary one if problems were recorded.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T ModelJsonRead<T>(ref ModelJsonReader reader);

/// <summary>Writes one value.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="writer">Takes the value's JSON.</param>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void ModelJsonWrite<in T>(Utf8JsonWriter writer, T value);
