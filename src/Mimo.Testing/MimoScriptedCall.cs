using System.Diagnostics.CodeAnalysis;

namespace Mimo.Testing;

/// <summary>A tool call inside a scripted <see cref="MimoTurn"/>. Immutable.</summary>
public sealed class MimoScriptedCall
{
    /// <summary>Scripts a call.</summary>
    /// <param name="name">The name of the tool; it need not be one the request offers.</param>
    /// <param name="arguments">
    /// What goes over the wire as <c>arguments</c>, character for character: usually a JSON object, but the real model also
    /// sends broken JSON, so anything is allowed.
    /// </param>
    /// <param name="id">The id of the call, or <see langword="null"/> for one the server makes up (<c>call_</c> and 24 hexadecimal digits).</param>
    public MimoScriptedCall(string name, [StringSyntax(StringSyntaxAttribute.Json)] string arguments, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(arguments);
        Name = name;
        Arguments = arguments;
        Id = id;
    }

    /// <summary>The name of the tool.</summary>
    public string Name { get; }

    /// <summary>The arguments, character for character.</summary>
    public string Arguments { get; }

    /// <summary>The id of the call, or <see langword="null"/> when the server makes one up.</summary>
    public string? Id { get; }
}
