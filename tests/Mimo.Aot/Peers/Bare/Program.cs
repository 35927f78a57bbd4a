using AotAgent;
using Bare;

string? key = Environment.GetEnvironmentVariable("MIMO_API_KEY");
#if RECORDED_ONLY
using var http = new HttpClient(new RecordedMimo());
#else
using HttpClient http = key is null ? new HttpClient(new RecordedMimo()) : new HttpClient();
#endif
var mimo = new Conversation(http, Environment.GetEnvironmentVariable("MIMO_BASE_URL") ?? "https://api.mimo-v2.com", key ?? "none");

Trip trip = await mimo.PlanAsync("Beijing", days: 2);
Console.WriteLine($"{trip.City}, {trip.Pace}");
foreach (Sight sight in trip.Sights)
{
    Console.WriteLine($"day {sight.Day}: {sight.Name}");
}

await mimo.AskAsync("What is the weather like in Beijing?");
Console.WriteLine();
