namespace Mimo.Generators.Diagnostics;

/// <content>Rules about code that uses tools, prompts and clients.</content>
internal static partial class DiagnosticDescriptors
{
}
