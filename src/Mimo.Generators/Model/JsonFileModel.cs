using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>The types whose readers, or whose writers, stand in one file.</summary>
/// <param name="Owner">The qualified name of the first type with tools, prompts or a draft that reaches them.</param>
/// <param name="Types">The types, which no other file of readers, or of writers, has.</param>
internal sealed record JsonFileModel(string Owner, EquatableArray<TypeNeighbourhood> Types);
