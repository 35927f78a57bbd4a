using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>The names of the members that are generated into users' types, and the user's own symbols that have them already.</summary>
internal static class GeneratedNames
{
    private static readonly string[] OfTools = ["Tools", "_mimoTools", "MimoToolCalls"];
    private static readonly string[] OfPrompts = ["Requests", "Implementation"];

    /// <summary>The user's symbol in the way of a <c>Tools</c> property: a member of that name, or the type itself; null if there is none.</summary>
    public static ISymbol? FindClashWithTools(INamedTypeSymbol holder) => FindClash(holder, OfTools);

    /// <summary>The user's symbol in the way of what is generated into a prompt interface; null if there is none.</summary>
    /// <param name="prompt">The interface.</param>
    /// <param name="instanceTools">How many parameters <c>Create</c> has between the client and the services.</param>
    public static ISymbol? FindClashWithPrompt(INamedTypeSymbol prompt, int instanceTools)
    {
        if (prompt.Name == "Create")
        {
            return prompt;
        }

        foreach (ISymbol member in prompt.GetMembers("Create"))
        {
            // Overloads get along.
            bool isOverload = member is IMethodSymbol method && !(method.Parameters.Length == instanceTools + 2
                && method.TypeParameters.IsEmpty
                && method.Parameters[0].Type.IsNamed("Mimo.IMimoClient")
                && method.Parameters[method.Parameters.Length - 1].Type.IsNamed("System.IServiceProvider"));
            if (!isOverload && !IsGenerated(member))
            {
                return member;
            }
        }

        return FindClash(prompt, OfPrompts);
    }

    /// <summary>The user's symbol in the way of what is generated beside prompts of the one-method form; null if there is none.</summary>
    public static ISymbol? FindClashWithPartialPrompts(INamedTypeSymbol holder) => FindClash(holder, OfPrompts);

    private static ISymbol? FindClash(INamedTypeSymbol holder, string[] names)
    {
        foreach (string name in names)
        {
            if (holder.Name == name)
            {
                return holder; // A member can't have the name of its type.
            }

            foreach (ISymbol member in holder.GetMembers(name))
            {
                if (!IsGenerated(member))
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a member is our own: analyzers see the generated code too.</summary>
    public static bool IsGenerated(ISymbol member) =>
        member.FindAttribute(AttributeNames.GeneratedCode) is { ConstructorArguments: [{ Value: "Mimo.Generators" }, ..] };
}
