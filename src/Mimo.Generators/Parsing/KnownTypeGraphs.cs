using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// The graphs of types that one compilation's tools and prompts have reached already. Thousands of tools share some hundred types, and
/// reading a type with its comments costs more than all else about a tool.
/// </summary>
/// <remarks>
/// A graph follows from the compilation alone, so whether it was known shows nowhere. It holds no symbols, and is forgotten with the
/// compilation. Safe for use by several threads.
/// </remarks>
internal sealed class KnownTypeGraphs
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, KnownTypeGraphs> OfCompilations = new();

    private readonly ConcurrentDictionary<(string Key, bool IsWritten), KnownTypeGraph> _graphs = new();

    public static KnownTypeGraphs Of(IAssemblySymbol assembly) => OfCompilations.GetValue(assembly, static _ => new KnownTypeGraphs());

    /// <param name="key">The key of the type that the graph starts from.</param>
    /// <param name="isWritten">Whether its values are only written.</param>
    /// <param name="isHeard">Whether somebody wants to hear advice, so that a graph about which there is some must be read again.</param>
    /// <param name="isAnswered">Whether each place that leads to the type wants to hear what is wrong with it.</param>
    public KnownTypeGraph? Find(string key, bool isWritten, bool isHeard, bool isAnswered) =>
        _graphs.TryGetValue((key, isWritten), out KnownTypeGraph? graph) && (graph.IsSilent || !isHeard) && !(graph.NeedsReflection && isAnswered) ? graph : null;

    public void Add(string key, bool isWritten, KnownTypeGraph graph) => _graphs[(key, isWritten)] = graph;
}

/// <summary>A type and all that it reaches.</summary>
/// <param name="Types">In the order in which they are met, the type itself first.</param>
/// <param name="IsSilent">Whether it is known that there is nothing to say about any of them.</param>
/// <param name="NeedsReflection">Whether one of them is made by a factory, which each place that leads there is told of.</param>
internal sealed record KnownTypeGraph(IReadOnlyList<TypeModel> Types, bool IsSilent, bool NeedsReflection);
