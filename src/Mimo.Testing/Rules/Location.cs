namespace Mimo.Testing.Rules;

/// <summary>Where in a body something is, printed as the validator of the service does: <c>('body', 'messages', 0, 'content')</c>.</summary>
internal readonly record struct Location
{
    private readonly string _steps;

    private Location(string steps) => _steps = steps;

    /// <summary>The whole body.</summary>
    public static Location Body { get; } = new("'body'");

    public Location this[string name] => new($"{_steps}, {PythonText(name)}");

    public Location this[int index] => new($"{_steps}, {index}");

    public override string ToString() => _steps.Contains(',', StringComparison.Ordinal) ? $"({_steps})" : $"({_steps},)";

    /// <summary>A text as Python prints it: in single quotes unless it holds one and no double quote.</summary>
    public static string PythonText(string text)
    {
        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal)
            ? $"\"{escaped}\""
            : $"'{escaped.Replace("'", "\\'", StringComparison.Ordinal)}'";
    }
}
