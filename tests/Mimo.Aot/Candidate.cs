namespace Mimo.Aot;

/// <summary>A program that holds the conversation of samples/AotAgent.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Project">Its folder, from the repository's root.</param>
/// <param name="RecordedOnly">The properties that leave out sockets, and what only they need, so that it only speaks to recorded answers in its own process.</param>
internal sealed record Candidate(string Name, string Project, string RecordedOnly)
{
    public const string Ours = "Mimo";

    public static IReadOnlyList<Candidate> All { get; } =
    [
        new(Ours, "samples/AotAgent", "MimoDefaultHttpHandler=false;MimoRetries=false") { IsOurs = true },
        new("HttpClient and Utf8Json by hand", "tests/Mimo.Aot/Peers/Bare", "RecordedOnly=true") { IsBare = true },
        new("Microsoft.Extensions.AI and OpenAI", "tests/Mimo.Aot/Peers/ExtensionsAI", "RecordedOnly=true"),
    ];

    public bool IsOurs { get; private init; }

    /// <summary>Whether it is the lower bound that the targets are ratios to.</summary>
    public bool IsBare { get; private init; }

    public bool IsChecked => IsOurs || IsBare;
}
