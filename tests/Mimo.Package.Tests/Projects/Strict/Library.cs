using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Mimo;

[assembly: CLSCompliant(true)]
[assembly: System.Runtime.InteropServices.ComVisible(false)]

namespace Strict;

/// <summary>Answers questions about the weather.</summary>
[MimoPrompt(Tools = [typeof(WeatherTools), typeof(DiaryTools)])]
[SystemPrompt("You are a travel agent.")]
[CLSCompliant(false)] // As any type is that has an array in an attribute.
public partial interface IAssistant
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="transcript">The conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    [UserPrompt("{question}")]
    public Task<string> AskAsync([Untrusted] string question, MimoTranscript transcript, CancellationToken cancellationToken = default);

    /// <summary>Plans a trip.</summary>
    /// <param name="city">Where to.</param>
    /// <param name="days">How long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The trip.</returns>
    [UserPrompt("Plan {days} days in {city}.")]
    public Task<MimoResult<Trip>> PlanAsync(string city, [Range(1, 10)] int days = 3, CancellationToken cancellationToken = default);

    /// <summary>Plans a trip that can be watched.</summary>
    /// <param name="city">Where to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The trip as it grows.</returns>
    [UserPrompt("Plan a day in {city}.")]
    public IAsyncEnumerable<Trip.Draft> WatchAsync(string city, CancellationToken cancellationToken = default);

    /// <summary>Suggests stops.</summary>
    /// <param name="city">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The stops, each when it is complete.</returns>
    [UserPrompt("What is there in {city}?")]
    public IAsyncEnumerable<Place> SuggestAsync(string city, CancellationToken cancellationToken = default);
}

/// <summary>A trip.</summary>
/// <param name="City">Where it goes.</param>
/// <param name="Places">What to see.</param>
[MimoOutput]
public sealed partial record Trip(string City, IReadOnlyList<Place> Places)
{
    /// <summary>When it begins.</summary>
    public DateOnly? Begin { get; init; }

    /// <summary>What it costs.</summary>
    [Range(0, 10_000)]
    public decimal Cost { get; init; }
}

/// <summary>A place: a sight or a meal.</summary>
/// <param name="Name">What it is called.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Sight), "sight")]
[JsonDerivedType(typeof(Meal), "meal")]
public abstract record Place(string Name);

/// <summary>A sight.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Hours">How long to look.</param>
public sealed record Sight(string Name, double Hours) : Place(Name);

/// <summary>A meal.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Tags">What is in it.</param>
public sealed record Meal(string Name, Dictionary<string, string> Tags) : Place(Name);

/// <summary>The scale of a temperature.</summary>
public enum TemperatureUnit
{
    /// <summary>As in Europe.</summary>
    Celsius,

    /// <summary>As in America.</summary>
    Fahrenheit,
}

/// <summary>Looks the weather up.</summary>
public static partial class WeatherTools
{
    /// <summary>Gets the weather of a place.</summary>
    /// <param name="location">The place.</param>
    /// <param name="unit">The scale.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The weather in words.</returns>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    public static async Task<string> GetWeatherAsync([StringLength(80, MinimumLength = 1)] string location, TemperatureUnit unit = TemperatureUnit.Celsius, CancellationToken cancellationToken = default)
    {
        await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        return $"20 {unit} in {location}";
    }
}

/// <summary>Keeps a diary.</summary>
public sealed partial class DiaryTools
{
    private readonly List<string> _entries = [];

    /// <summary>Writes into the diary.</summary>
    /// <param name="text">What to write.</param>
    /// <param name="tags">What it is about.</param>
    /// <param name="context">The call.</param>
    /// <returns>How many entries there are.</returns>
    [MimoTool(Effect = ToolEffect.Destructive, RequireApproval = true)]
    public int Write(string text, HashSet<string>? tags = null, MimoToolContext? context = null)
    {
        _entries.Add($"{text} {tags?.Count} {context?.CallId}");
        return _entries.Count;
    }
}
