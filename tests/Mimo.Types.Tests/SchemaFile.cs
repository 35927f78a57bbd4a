using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Types.Tests.Catalogue;
using Mimo.Types.Tests.Generating;
using Mimo.Types.Tests.Judging;
using Mimo.Types.Tests.Oracles;

namespace Mimo.Types.Tests;

/// <summary>
/// Writes the catalogue for judges outside of .NET: every schema, with instances that were drawn from it, and with values that
/// System.Text.Json wrote. <c>tests/interop/schemas.mjs</c> has them judged by a validator that knows nothing of us.
/// </summary>
public static class SchemaFile
{
    private const int Samples = 10;

    /// <summary>Writes one line of JSON for each tool.</summary>
    public static void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (EchoCase echo in Cases.All)
        {
            using JsonDocument schema = JsonDocument.Parse(echo.Tool.ParametersSchema);
            var drawn = new JsonArray();
            new SchemaInstances(schema.RootElement).All.Each(text => drawn.Add(JsonNode.Parse(text)), Samples);
            var written = new JsonArray();
            ValueTexts.Of(echo.Parameter).Each(
                text =>
                {
                    string json = Judge.Write(Judge.Read(text, echo.Type), echo.Type);
                    written.Add(ForReading(schema.RootElement, new JsonObject { [EchoCase.ArgumentName] = JsonNode.Parse(json) }));
                },
                Samples);
            output.WriteLine(new JsonObject { ["name"] = echo.Name, ["schema"] = JsonNode.Parse(schema.RootElement.GetRawText()), ["drawn"] = drawn, ["written"] = written }.ToJsonString());
        }
    }

    /// <summary>What is written holds more than what is asked for: members that are only computed, and nulls that say what leaving the member out says.</summary>
    private static JsonNode? ForReading(JsonElement schema, JsonNode? value)
    {
        foreach (SchemaVisit visit in SchemaWalk.Of(schema, value).ToList())
        {
            if (visit.Node is not JsonObject members || !visit.Schema.Has("properties"))
            {
                continue;
            }

            foreach ((string name, JsonNode? member) in members.ToList())
            {
                bool isKnown = visit.Schema.Properties.TryGetValue(name, out JsonElement property);
                if (!isKnown || (member is null && !visit.Schema.Required.Contains(name) && !visit.Schema.Sub(property).AllowsNull))
                {
                    members.Remove(name);
                }
            }
        }

        return value;
    }
}
