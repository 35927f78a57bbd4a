using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>All tools of a project that can be generated for.</summary>
/// <param name="Tools">The tools, in the order of their methods.</param>
internal sealed record ProjectToolsModel(EquatableArray<ToolModel> Tools);
