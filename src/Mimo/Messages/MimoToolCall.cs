using System.Text;

namespace Mimo;

/// <summary>
/// The model's wish to have one tool called. Immutable. Id and arguments go back to the server exactly as they came, whether or
/// not the arguments are valid JSON.
/// </summary>
public sealed class MimoToolCall
{
    private string? _arguments;

    /// <summary>Makes a tool call from the argument bytes as they came.</summary>
    /// <param name="id">The id the result must name.</param>
    /// <param name="name">The tool's name.</param>
    /// <param name="argumentsUtf8">The argument text, UTF-8, normally a JSON object; must not change afterwards.</param>
    public MimoToolCall(string id, string name, ReadOnlyMemory<byte> argumentsUtf8)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(name);
        Id = id;
        Name = name;
        ArgumentsUtf8 = argumentsUtf8;
    }

    /// <summary>Makes a tool call from its argument text.</summary>
    /// <param name="id">The id the result must name.</param>
    /// <param name="name">The tool's name.</param>
    /// <param name="arguments">The argument text, normally a JSON object.</param>
    public MimoToolCall(string id, string name, string arguments)
        : this(id, name, Encoding.UTF8.GetBytes(arguments ?? throw new ArgumentNullException(nameof(arguments))))
    {
        _arguments = arguments;
    }

    /// <summary>The id the result must name.</summary>
    public string Id { get; }

    /// <summary>The tool's name, as the model wrote it; perhaps of no tool that exists.</summary>
    public string Name { get; }

    /// <summary>The argument text as it came, UTF-8: normally a JSON object, but nothing enforces it.</summary>
    public ReadOnlyMemory<byte> ArgumentsUtf8 { get; }

    /// <summary><see cref="ArgumentsUtf8"/> as a string.</summary>
    public string Arguments => _arguments ??= Encoding.UTF8.GetString(ArgumentsUtf8.Span);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}({Arguments})";
}
