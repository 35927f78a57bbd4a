using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>
/// The names of one scope of generated code. Ours give way: each is what it would be called anyway, unless a user's own name, or one
/// given out before, is the same.
/// </summary>
/// <param name="taken">The names that can't be had.</param>
internal sealed class NameScope(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<(string Declaring, string Name, string OverloadSuffix, string Ending), string> _ofMethods = [];

    /// <summary>Takes a name, or the next free one like it.</summary>
    public string Take(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = $"{wanted}_{number}";
        }

        return name;
    }

    /// <summary>The name of something that belongs to a method; the same whenever it is asked for.</summary>
    public string Of(PromptMethodModel method, string ending) => Of(method, method.Name, ending);

    /// <summary>The name of a private field that belongs to a method; the same whenever it is asked for.</summary>
    public string FieldOf(PromptMethodModel method, string ending) =>
        Of(method, "_" + char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1), ending);

    private string Of(PromptMethodModel method, string start, string ending)
    {
        (string, string, string, string) key = (method.DeclaringSyntax, method.Name, method.OverloadSuffix, ending);
        if (!_ofMethods.TryGetValue(key, out string? name))
        {
            name = Take(start + method.OverloadSuffix + ending);
            _ofMethods.Add(key, name);
        }

        return name;
    }
}
