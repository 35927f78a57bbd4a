using Mimo;

namespace AotAgent;

/// <summary>The prompts: one whose answer is typed, one whose answer is streamed while tools are called.</summary>
[MimoPrompt(Tools = [typeof(WeatherTools)])]
[SystemPrompt("You are a travel agent. Be brief.")]
public partial interface ITravelAgent
{
    [MimoPrompt(Tools = [])]
    [UserPrompt("Plan a trip of {days} days to {city}.")]
    Task<Trip> PlanAsync(string city, int days, CancellationToken cancellationToken = default);

    [UserPrompt("{question}")]
    IAsyncEnumerable<MimoUpdate> AskAsync(string question, CancellationToken cancellationToken = default);
}

/// <summary>A trip.</summary>
/// <param name="City">Where it goes.</param>
/// <param name="Pace">How much is in a day.</param>
/// <param name="Sights">What to see.</param>
public sealed record Trip(string City, Pace Pace, IReadOnlyList<Sight> Sights);

/// <summary>A part of a trip.</summary>
public sealed record Sight(int Day, string Name);

public enum Pace
{
    Slow,
    Brisk,
}
