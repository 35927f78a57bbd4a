using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Opens the user's type and those around it, so that members can be put in.</summary>
internal static class HolderEmitter
{
    /// <param name="writer">Takes the code.</param>
    /// <param name="holder">The user's type.</param>
    /// <param name="bases">What the type also implements, such as <c> : global::Mimo.IMimoToolSource</c>; empty for nothing.</param>
    /// <returns>Closes all that was opened when it is disposed.</returns>
    public static IDisposable Open(SourceWriter writer, HolderModel holder, string bases = "")
    {
        if (holder.Bases.Count > 0)
        {
            writer.WriteLine("""
                #pragma warning disable CS0108 // Within its own base, a type sees what was generated there under the same names.

                """);
        }

        var blocks = new Stack<IDisposable>();
        if (holder.Namespace.Length > 0)
        {
            blocks.Push(writer.WriteBlock("namespace " + holder.Namespace));
        }

        for (int index = 0; index < holder.Parts.Count; index++)
        {
            HolderPart part = holder.Parts[index];
            bool isInnermost = index == holder.Parts.Count - 1;
            blocks.Push(writer.WriteBlock($"partial {part.Keyword} {part.Name}{(isInnermost ? bases : "")}"));
        }

        return new Blocks(blocks);
    }

    private sealed class Blocks(Stack<IDisposable> blocks) : IDisposable
    {
        public void Dispose()
        {
            while (blocks.Count > 0)
            {
                blocks.Pop().Dispose();
            }
        }
    }
}
