using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Snapshots;

/// <summary>What the user gets, one small feature each.</summary>
public class SnapshotTests
{
    [Fact]
    public void A_static_tool() => Snapshot.Verify("StaticTool", GeneratorHarness.Check("""
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        namespace Travel;

        public enum TemperatureUnit
        {
            Celsius,
            Fahrenheit,
        }

        public static partial class WeatherTools
        {
            /// <summary>Get the current weather in a given location</summary>
            /// <param name="location">The city and state, e.g. San Francisco, CA</param>
            [MimoTool(Effect = ToolEffect.ReadOnly)]
            public static async Task<string> GetCurrentWeatherAsync(
                string location, TemperatureUnit unit = TemperatureUnit.Celsius, CancellationToken cancellationToken = default)
            {
                await Task.Delay(1, cancellationToken);
                return $"{location}: 20 {unit}";
            }
        }
        """));

    [Fact]
    public void Instance_tools_with_ambient_parameters() => Snapshot.Verify("InstanceTools", GeneratorHarness.Check("""
        using System;
        using Mimo;

        public partial class Outer
        {
            public partial class OrderTools
            {
                /// <summary>Cancels an order.</summary>
                [MimoTool("cancel", Effect = ToolEffect.Destructive, RequireApproval = true, TimeoutSeconds = 30)]
                public void Cancel(int number, MimoToolContext context, [FromServices] TimeProvider time, IServiceProvider services, IProgress<int> progress) => _ = number;

                [MimoTool(Strict = true)]
                private static decimal Total(params decimal[] prices) => prices.Length;
            }
        }
        """));

    [Fact]
    public void A_record_with_every_kind_of_member() => Snapshot.Verify("Record", GeneratorHarness.Check("""
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using Mimo;

        /// <summary>A trip.</summary>
        /// <param name="City">Where to.</param>
        public record Trip(string City, int Days = 3)
        {
            /// <summary>Who comes along.</summary>
            public required IReadOnlyList<string> Guests { get; init; }

            [JsonPropertyName("note")]
            public string? Remark { get; set; }

            public string Currency { get; init; } = "EUR";

            public int Nights => Days - 1;

            public Dictionary<string, Trip>? Stops { get; init; }
        }

        public static partial class TripTools
        {
            [MimoTool]
            public static Trip Plan(Trip trip) => trip;
        }
        """));

    [Fact]
    public void Flags() => Snapshot.Verify("Flags", GeneratorHarness.Check("""
        using System;
        using Mimo;

        /// <summary>When to come.</summary>
        [Flags]
        public enum Days
        {
            None = 0,

            /// <summary>The first day of the week.</summary>
            Monday = 1,
            Tuesday = 2,
            Both = 3,
        }

        public static partial class Calendar
        {
            [MimoTool]
            public static Days Book(Days days = Days.Both) => days;
        }
        """));

    [Fact]
    public void A_prompt() => Snapshot.Verify("Prompt", GeneratorHarness.Check("""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        namespace Travel;

        public record Place(string Name, string Reason);

        [MimoPrompt(Temperature = 0.5)]
        [SystemPrompt("You are a travel assistant. Answer in {language}.")]
        public partial interface ITravelAssistant
        {
            [UserPrompt("Suggest {count} places to visit in {city}.")]
            Task<IReadOnlyList<Place>> SuggestAsync(string city, string language, int count = 3, CancellationToken cancellationToken = default);

            [UserPrompt("{question}")]
            IAsyncEnumerable<string> AskAsync(string question, string language, CancellationToken cancellationToken = default);
        }
        """));

    [Fact]
    public void A_prompt_of_its_own() => Snapshot.Verify("PartialPrompt", GeneratorHarness.Check("""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        namespace Travel;

        public static partial class TravelPrompts
        {
            /// <summary>Suggests places to visit.</summary>
            /// <param name="client">Who is asked.</param>
            /// <param name="city">Where.</param>
            /// <param name="count">How many.</param>
            /// <param name="cancellationToken">Stops the exchange.</param>
            [MimoPrompt(Temperature = 0.5, RepairAttempts = 1)]
            [SystemPrompt("You are a travel assistant.")]
            [UserPrompt("Suggest {count} places to visit in {city}.")]
            public static partial Task<IReadOnlyList<string>> SuggestAsync(this IMimoClient client, string city, int count = 3, CancellationToken cancellationToken = default);

            [MimoPrompt]
            [UserPrompt("{question}")]
            internal static partial IAsyncEnumerable<string> AskAsync(this IMimoClient client, string question);
        }
        """));

    [Fact]
    public void Examples() => Snapshot.Verify("Examples", GeneratorHarness.Check("""
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        namespace Travel;

        public enum Season
        {
            Summer,
            Winter,
        }

        public record Trip(string City, int Days);

        [MimoPrompt]
        public partial interface ITravelAssistant
        {
            [Example("Rain all day.", Season.Winter)]
            [UserPrompt("When is it? {text}")]
            Task<Season> FindSeasonAsync(string text, CancellationToken cancellationToken = default);

            [Example("{\"city\":\"Rome\",\"days\":3}", 2, "{ \"days\": 4, \"city\": \"Oslo\" }")]
            [UserPrompt("Like {trip:json}, but {more} days longer: {text}")]
            Task<Trip> VaryAsync(Trip trip, int more, string text = "", CancellationToken cancellationToken = default);
        }
        """));

    [Fact]
    public void A_draft() => Snapshot.Verify("Draft", GeneratorHarness.Check("""
        using System.Collections.Generic;
        using Mimo;

        namespace Code;

        /// <param name="Line">The line, from 1</param>
        /// <param name="Text">What is wrong there</param>
        [MimoOutput]
        public sealed partial record Finding(int Line, string Text);

        /// <param name="Summary">The verdict</param>
        /// <param name="Findings">What was found</param>
        [MimoOutput]
        public sealed partial record Review(string Summary, IReadOnlyList<Finding> Findings);

        [MimoPrompt]
        public partial interface IReviewer
        {
            [UserPrompt("Review {code}")]
            IAsyncEnumerable<Review.Draft> ReviewAsync(string code);

            [UserPrompt("Review {code}")]
            IAsyncEnumerable<Finding> FindAsync(string code);
        }
        """));
}
