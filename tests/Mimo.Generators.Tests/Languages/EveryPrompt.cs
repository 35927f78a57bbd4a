// Written in C# 10, and compiled by tests in each language from there on: fifty methods, with every return type, every form of template
// and every kind of parameter.
using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Mimo;

namespace Languages;

/// <summary>How spicy.</summary>
public enum Heat
{
    /// <summary>For children.</summary>
    Mild,

    [JsonStringEnumMemberName("very \"hot\"*/")]
    Hot,
}

[Flags]
public enum Days
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
}

/// <summary>A meal.</summary>
/// <param name="Name">What it is "called".</param>
/// <param name="Price">In euros.</param>
/// <param name="Heat">How spicy.</param>
[MimoOutput]
public sealed partial record Meal(
    [property: JsonPropertyName("na\"me\\n")] string Name,
    [Range(0, 1000)] decimal Price,
    Heat Heat = Heat.Mild,
    [MaxLength(3)] IReadOnlyList<string>? Tags = null);

/// <summary>A menu.</summary>
[MimoOutput]
public sealed partial record Menu(string Title, IReadOnlyList<Meal> Meals, Meal? Special = null)
{
    public Days Served { get; init; } = Days.Monday;

    public DateOnly? Until { get; set; }

    public int Count => Meals.Count;

    /// <summary>A name that the draft's base has too.</summary>
    public string? Value { get; init; }
}

[JsonDerivedType(typeof(Cash), "cash")]
[JsonDerivedType(typeof(Card), "card*/")]
public abstract record Payment(decimal Amount);

public sealed record Cash(decimal Amount) : Payment(Amount);

public sealed record Card(decimal Amount, [RegularExpression("[0-9]{4}")] string LastDigits) : Payment(Amount);

public readonly record struct Point(double X, double Y);

public sealed class Strict
{
    public int Number { get; set; }

    [JsonExtensionData]
    public Dictionary<string, System.Text.Json.JsonElement>? More { get; set; }
}

public static class Texts
{
    public const string Task = "Answer \"shortly\"";
    public const string Rest = " and {{truly}}:\n\t{text}\\";
}

public sealed record Guest(string Name, Guest? Friend, Point Seat, string[] Wishes);

public static partial class Kitchen
{
    /// <summary>Orders a meal.</summary>
    [MimoTool(Effect = ToolEffect.Destructive)]
    public static string Order(string meal, int count = 1) => $"{count} {meal}";
}

public sealed partial class Waiter
{
    /// <summary>Calls the waiter.</summary>
    [MimoTool]
    public Task<int> CallAsync(string table, CancellationToken cancellationToken = default) => Task.FromResult(table.Length);
}

[MimoPrompt(Temperature = 0.25, MaxCompletionTokens = 500)]
[SystemPrompt("You run a restaurant.")]
[SystemPrompt("Be kind.")]
public partial interface IEveryPrompt
{
    [UserPrompt("{text}")] Task<string> M01Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] ValueTask<string> M02Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<MimoResult<string>> M03Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] ValueTask<MimoResult<string>> M04Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task M05Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] ValueTask M06Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] MimoRequest M07(string text);
    [UserPrompt("{text}")] IAsyncEnumerable<string> M08Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] IAsyncEnumerable<MimoUpdate> M09Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] IAsyncEnumerable<Meal> M10Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] IAsyncEnumerable<Menu.Draft> M11Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] IAsyncEnumerable<Meal.Draft> M12Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] IAsyncEnumerable<Heat> M13Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Menu> M14Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<MimoResult<Menu>> M15Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] ValueTask<Menu> M16Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] ValueTask<MimoResult<Heat>> M17Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Heat> M18Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Days> M19Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<bool> M20Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<int?> M21Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<double> M22Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Payment> M23Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Dictionary<Heat, List<int>>> M24Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Point> M25Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Strict> M26Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<string[]> M27Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Guid> M28Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<byte[]> M29Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{guest.Name} beside {guest.Friend.Name} at {guest.Seat.X:0.00}")] Task<string> M30Async(Guest guest, CancellationToken cancellationToken = default);
    [UserPrompt("Meals: {menu:json} and {meals:json}, {payment:json}, {heat:json}, {days:json}")] Task<string> M31Async(Menu menu, Meal[] meals, Payment payment, Heat heat, Days? days, CancellationToken cancellationToken = default);
    [UserPrompt("Wishes:\n{guest.Wishes:list}\n{numbers:list}")] Task<string> M32Async(Guest guest, IEnumerable<int> numbers, CancellationToken cancellationToken = default);
    [UserPrompt("{text:fence}")] Task<string> M33Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{price:0.00} on {day:yyyy-MM-dd} at {time:HH':'mm}, {count:D4}, {ratio:P1}")] Task<string> M34Async(decimal price, DateOnly day, TimeOnly? time, int count = 7, double ratio = 0.5, CancellationToken cancellationToken = default);
    [UserPrompt("{{\"text\": \"{text}\"}} \\ \t 😀 }} {{}}")] Task<string> M35Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt(@"
        Several lines,
          indented ""so"":

        {text}
        ")] Task<string> M36Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt(Texts.Task + Texts.Rest)] Task<string> M37Async(string text, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<string> M38Async([Untrusted] string text, CancellationToken cancellationToken = default);
    [MimoPrompt(Model = "mimo-v2-omni")]
    [UserPrompt("Compare {before} with {after}: {all} {text}")] Task<string> M39Async(MimoImage before, MimoImage? after, IReadOnlyList<MimoImage> all, string text, CancellationToken cancellationToken = default);
    [UserPromptFile("prompts/order.md")] Task<string> M40Async(string text, CancellationToken cancellationToken = default);

    [SystemPrompt("Classify {subject}.")]
    [UserPrompt("The soup was cold.")]
    [AssistantPrompt("complaint about {subject}")]
    [UserPrompt("{mail}")]
    Task<string> M41Async(string subject, string mail, CancellationToken cancellationToken = default);

    [MimoPrompt(Model = "mimo-v2-flash", TopP = 0.5, Stop = new[] { "\"END\"" }, Thinking = MimoThinking.Disabled, RepairAttempts = 1)]
    [UserPrompt("{text}")] Task<Meal> M42Async(string text, CancellationToken cancellationToken = default);

    [MimoPrompt(Tools = new[] { typeof(Kitchen), typeof(Waiter) }, MaxToolRounds = 3)]
    [UserPrompt("{text}")] Task<string> M43Async(string text, CancellationToken cancellationToken = default);

    [UserPrompt("{text}")] Task<string> M44Async(string text, MimoTranscript? history, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<Menu> M45Async(string text, MimoCallOptions? options = null, CancellationToken cancellationToken = default);
    [UserPrompt("{text}")] Task<string> M46Async(string text, MimoToolSet? tools, IMimoToolSource? source, CancellationToken cancellationToken = default);
    [UserPrompt("{class} {@event} {client} {services} {request}")] Task<string> M47Async(string @class, int @event, bool client, char services, long? request, CancellationToken @params = default);
    [UserPrompt("{count} of {name}")] Task<string> M48Async([Range(1, 5)] int count, [StringLength(80)] string? name, CancellationToken cancellationToken = default);
    [UserPrompt("{heat} {days} {heats:list}")] Task<string> M49Async(Heat heat = Heat.Hot, Days? days = null, IReadOnlyList<Heat>? heats = null, CancellationToken cancellationToken = default);
    [Example("A \"soup\"", 3, Heat.Hot, @"{""na\""me\\n"":""Soup"",""price"":3}", "2026-03-20", @"{""title"":""Noon"",""meals"":[],""served"":[""Monday""]}")]
    [Example("Bread", @"{""title"":""Noon"",""meals"":[{""na\""me\\n"":""Bread"",""price"":1.5,""heat"":""very \""hot\""*/""}],""value"":null}")]
    [UserPrompt("{text} {count} {heat} {meal:json} {day}")]
    Task<Menu> M51Async(string text, int count = 1, Heat heat = Heat.Mild, Meal? meal = null, DateOnly? day = null, CancellationToken cancellationToken = default);

    [UserPrompt("{text}")] Task<List<Dictionary<string, Menu?>>> M50Async(string text, CancellationToken cancellationToken = default);

    [UserPrompt("{number}")] Task<string> M01Async(int number, CancellationToken cancellationToken = default);

    string Own() => "not generated";
}

[MimoPrompt]
internal partial interface IHeir : IEveryPrompt
{
    [UserPrompt("{text}")] Task<string> MoreAsync(string text, CancellationToken cancellationToken = default);
}

public static partial class SinglePrompts
{
    [MimoPrompt(Temperature = 0.5)]
    [UserPrompt("{text} {meal:json}")]
    public static partial Task<Menu> MenuAsync(this IMimoClient client, string text, Meal? meal = null, CancellationToken cancellationToken = default);

    [MimoPrompt]
    [UserPrompt("{text}")]
    internal static partial IAsyncEnumerable<Meal.Draft> DraftsAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    private static partial MimoRequest Build(string text);

    public static MimoRequest Use(string text) => Build(text);
}
