using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>An example of a prompt: a turn as the prompt's own template renders it, and the answer to it.</summary>
/// <param name="Inputs">The values of the parameters that the template names, in the parameters' order.</param>
/// <param name="Answer">The answer as the model would have written it.</param>
/// <param name="IsJson">Whether the answer is JSON, in one line.</param>
internal sealed record PromptExampleModel(EquatableArray<ExampleInputModel> Inputs, string Answer, bool IsJson);

/// <param name="Parameter">The parameter's name.</param>
/// <param name="Syntax">The value as generated code writes it; null for one that is read out of <paramref name="Json"/>.</param>
/// <param name="Json">The value as JSON; null where it is written.</param>
/// <param name="Type">The value's type, where it is read.</param>
internal sealed record ExampleInputModel(string Parameter, string? Syntax, string? Json, TypeUse? Type);
