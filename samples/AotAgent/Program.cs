using AotAgent;
using Mimo;

// dotnet publish, then run what it made: one file, no runtime beside it. With MIMO_API_KEY it talks to MiMo, in the format that
// MIMO_FORMAT names (openai or anthropic); without, to answers that were recorded.
using var client = MimoClient.FromEnvironment(static options =>
    options.ApiKey is null ? options with { ApiKey = "none", HttpHandler = new RecordedMimo() } : options);
ITravelAgent agent = ITravelAgent.Create(client);

Trip trip = await agent.PlanAsync("Beijing", days: 2);
Console.WriteLine($"{trip.City}, {trip.Pace}");
foreach (Sight sight in trip.Sights)
{
    Console.WriteLine($"day {sight.Day}: {sight.Name}");
}

await foreach (MimoUpdate update in agent.AskAsync("What is the weather like in Beijing?"))
{
    switch (update)
    {
        case MimoToolResultUpdate { Call: var call, Result: var result }:
            Console.WriteLine($"{call.Name}: {result.Content}");
            break;
        case MimoTextUpdate { Text: var text }:
            Console.Write(text);
            break;
    }
}

Console.WriteLine();
