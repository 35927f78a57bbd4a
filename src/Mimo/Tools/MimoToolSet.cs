using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Mimo.Generation;

namespace Mimo;

/// <summary>
/// Tools on offer, in a fixed order, each name once (names are compared ordinally). Immutable and safe to share between threads.
/// </summary>
public sealed class MimoToolSet : IReadOnlyList<MimoTool>
{
    private readonly MimoTool[] _tools;
    private FrozenDictionary<string, MimoTool>? _byName;
    private Wire.ToolEncodings _encodings;

    /// <summary>Creates a set of the given tools, in their order.</summary>
    /// <exception cref="ArgumentException">Two tools have the same name: MiMo refuses such requests.</exception>
    public MimoToolSet(params MimoTool[] tools)
    {
        // Not a span: a caller whose language is older than C# 13 couldn't list the tools.
        ArgumentNullException.ThrowIfNull(tools);

        // Not a spread: the compiler makes one of an array by LINQ, whose assembly a first request would load for this alone.
        _tools = tools.AsSpan().ToArray();
        if (_tools.Length > 1)
        {
            ThrowIfNameRepeats(_tools);
        }
    }

    /// <summary>Takes over the tools of a type, of which the generator has made one for each name.</summary>
    internal MimoToolSet(ToolList tools) => _tools = tools.Tools;

    /// <summary>The set without tools.</summary>
    public static MimoToolSet Empty { get; } = new ToolList(0).ToSet();

    /// <summary>How many tools there are.</summary>
    public int Count => _tools.Length;

    /// <summary>The tool at a position.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public MimoTool this[int index] => _tools[index];

    /// <summary>Joins sets into one, in their order.</summary>
    /// <exception cref="ArgumentException">Two sets have a tool of the same name.</exception>
    public static MimoToolSet Combine(params MimoToolSet[] sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        switch (sets.Length)
        {
            case 0:
                return Empty;
            case 1:
                return sets[0];
        }

        var tools = new List<MimoTool>();
        foreach (MimoToolSet set in sets)
        {
            tools.AddRange(set._tools);
        }

        return new MimoToolSet(tools.ToArray());
    }

    /// <summary>Finds a tool by its exact name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out MimoTool? tool)
    {
        ArgumentNullException.ThrowIfNull(name);
        _byName ??= _tools.ToFrozenDictionary(static tool => tool.Name, StringComparer.Ordinal);
        return _byName.TryGetValue(name, out tool);
    }

    /// <summary>The array of tools as a request holds it.</summary>
    internal ReadOnlySpan<byte> Encode(MimoFormat format) => _encodings.Get(this, format);

    /// <inheritdoc/>
    public IEnumerator<MimoTool> GetEnumerator() => ((IEnumerable<MimoTool>)_tools).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void ThrowIfNameRepeats(MimoTool[] tools)
    {
        var names = new HashSet<string>(tools.Length, StringComparer.Ordinal);
        foreach (MimoTool tool in tools)
        {
            if (!names.Add(tool.Name))
            {
                throw new ArgumentException($"Two tools are named '{tool.Name}', and MiMo refuses a request with duplicate tool names. Give one of them another name with [MimoTool(Name = \"…\")].", nameof(tools));
            }
        }
    }
}
