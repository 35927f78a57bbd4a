using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Passes each finding on once: many tools can lead to one member, and all of them find it. Safe for concurrent use.</summary>
internal sealed class OnceReporter
{
    private readonly ConcurrentDictionary<(string Id, Location Location, string Message), bool> _reported = new();

    /// <summary>What is reported at a place is the same, whoever comes there first.</summary>
    public Action<Diagnostic> To(Action<Diagnostic> report) => diagnostic =>
    {
        if (_reported.TryAdd((diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(CultureInfo.InvariantCulture)), true))
        {
            report(diagnostic);
        }
    };
}
