namespace Mimo.Benchmarks.Calls;

public sealed record Traveller(string Name, int Age, string Passport, bool IsVegetarian);

public sealed record TripStop(string City, int Nights, double Budget, TemperatureUnit Unit, string? Note);

public sealed record TripArguments(Traveller Traveller, List<TripStop> Stops);

public sealed record TripPlan(Traveller Traveller, double Budget, List<TripStop> Stops);

public static partial class TripTools
{
    /// <summary>Plans a trip.</summary>
    /// <param name="traveller">Who travels.</param>
    /// <param name="stops">Where to stay, in order.</param>
    [MimoTool]
    public static TripPlan PlanTrip(Traveller traveller, List<TripStop> stops)
    {
        double budget = 0;
        foreach (TripStop stop in stops)
        {
            budget += stop.Budget * stop.Nights;
        }

        return new TripPlan(traveller, budget, stops);
    }
}
