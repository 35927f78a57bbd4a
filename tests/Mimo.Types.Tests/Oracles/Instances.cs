using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Mimo.Types.Tests.Generating;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Oracles;

/// <summary>What a schema allows is accepted; what it forbids is refused with the place that is wrong.</summary>
internal static class Instances
{
    public static void CheckAccepted(EchoCase echo, int samples) => Sample(echo, samples, static (_, accepted, _) => Assert.NotNull(accepted));

    public static void CheckRefused(EchoCase echo, int samples) => Sample(echo, samples, (schema, _, instance) =>
    {
        foreach (Violation violation in Thinned(Violations.Of(schema, instance)))
        {
            string json = violation.Instance?.ToJsonString() ?? "null";
            MimoToolResult result = echo.CallWith(json).Result;
            Assert.True(result.IsError, $"Accepted, with {violation.What} at {violation.Path}: {json}");
            Assert.Null(result.Exception);
            string[] problems = result.Content.Split('\n').Skip(1).ToArray();

            // Compared with what is expected, not cut out: a name in a path may hold a colon and a blank too.
            bool isNamed = problems is [var problem] && problem.StartsWith($"- {violation.Path}: ", StringComparison.Ordinal);
            Assert.True(isNamed, $"With {violation.What} at {violation.Path} the refusal names another place.\n{json}\n{result.Content}");
        }
    });

    public static void CheckTolerated(EchoCase echo, int samples)
    {
        var equality = new ValueEquality(echo.Type);
        Sample(echo, samples, (schema, accepted, instance) =>
        {
            string expected = equality.Form(accepted.Value);
            var written = new JsonObject { [EchoCase.ArgumentName] = JsonNode.Parse(Judge.Write(accepted.Value, echo.Type)) };
            foreach (Variation variation in Thinned(Tolerances.Of(schema, instance)))
            {
                // A set has dropped what came twice, so the place may be gone or be another item's.
                if (variation.Null is not null && !variation.Null.IsSameIn(instance, written))
                {
                    continue;
                }

                EchoOutcome outcome = echo.CallWith(variation.Json);
                Assert.False(outcome.Result.IsError, $"Refused, {variation.What}: {variation.Json}\n{outcome.Result.Content}\n{outcome.Result.Exception}");
                string wanted = (variation.Null is null ? null : FormWithNull(echo, equality, accepted.Value, variation.Null)) ?? expected;
                string actual = equality.Form(outcome.Value);
                Assert.True(wanted == actual, $"Read as another value, {variation.What}: {variation.Json}\nExpected: {wanted}\nActual:   {actual}");
            }
        });
    }

    public static void CheckRoundTrip(EchoCase echo, int samples) => Sample(echo, samples, (_, accepted, _) => RoundTrip.Check(echo, Judge.Write(accepted.Value, echo.Type)));

    /// <summary>In which ways the instances of a schema can be broken.</summary>
    public static IReadOnlySet<string> KindsOfViolations(EchoCase echo, int samples)
    {
        var kinds = new HashSet<string>();
        Sample(echo, samples, (schema, _, instance) => kinds.UnionWith(Violations.Of(schema, instance).Select(static violation => violation.What)));
        return kinds;
    }

    /// <summary>Of the very many that a large instance has, some from all over it.</summary>
    private static IEnumerable<T> Thinned<T>(IEnumerable<T> all)
    {
        const int Most = 150;
        List<T> items = [.. all];
        int step = 1 + (items.Count / Most);
        return items.Where((_, index) => index % step == 0);
    }

    /// <summary>Where null is a value of the member, which System.Text.Json tells, it is taken as one; null if it isn't, and means absent.</summary>
    private static string? FormWithNull(EchoCase echo, ValueEquality equality, object? value, JsonPlace member)
    {
        if (member.Parent == JsonPlace.Root)
        {
            return echo.IsNullable ? equality.Form(null) : null;
        }

        var written = new JsonObject { [EchoCase.ArgumentName] = JsonNode.Parse(Judge.Write(value, echo.Type)) };
        try
        {
            return equality.Form(Judge.Read(member.Change(written, static _ => null)![EchoCase.ArgumentName]!.ToJsonString(), echo.Type));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Sample(EchoCase echo, int samples, Action<JsonElement, EchoOutcome, JsonNode?> check)
    {
        using JsonDocument document = JsonDocument.Parse(echo.Tool.ParametersSchema);
        JsonElement schema = document.RootElement;
        new SchemaInstances(schema).All.Each(
            text =>
            {
                EchoOutcome outcome = echo.CallWith(text);
                Assert.False(outcome.Result.IsError, $"Refused: {outcome.Result.Content}\n{outcome.Result.Exception}\nThe instance: {text}");
                check(schema, outcome, JsonNode.Parse(text));
            },
            samples: samples);
    }
}
