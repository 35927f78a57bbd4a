namespace Mimo;

/// <summary>
/// An example of what a prompt is asked and how it answers: sent before the turn that is asked, as a user message that the method's
/// own template renders, and the answer as the model would write it.
/// </summary>
/// <remarks>
/// <para>
/// First come the values of the parameters that the last user message names, in the parameters' order; those that have defaults may
/// be left out from the end. Last comes the answer. All of it is checked against the types at build time (MIMO036).
/// </para>
/// <para>
/// A value is a constant of C# where there are any of its type: a string, number, truth value, enum member, or an array of those. Dates,
/// UUIDs and the like are strings. Records, lists and everything else are JSON, in the same form as in the schema.
/// </para>
/// </remarks>
/// <param name="values">The values of the parameters, and the answer.</param>
/// <example>
/// <code>
/// [Example("The train was late again.", Topic.Complaint)]
/// [Example("How do I get to Lyon?", Topic.Question)]
/// [UserPrompt("{mail}")]
/// Task&lt;Topic&gt; ClassifyAsync(string mail);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[CLSCompliant(false)]
public sealed class ExampleAttribute(params object?[] values) : Attribute
{
    /// <summary>The values of the parameters, and the answer.</summary>
    public IReadOnlyList<object?> Values { get; } = values;
}
