using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

/// <summary>Asserts that a body is refused with the exact error of the service.</summary>
internal static class Refused
{
    /// <summary>Refused with the general message and this explanation, byte for byte.</summary>
    public static async Task WithParamAsync(JsonObject body, string param, MimoStrictness strictness = MimoStrictness.Faithful)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Strictness = strictness });
        WireAnswer answer = await wire.ChatAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/json", answer.ContentType?.MediaType);
        Assert.Equal($$$"""{"error":{"code":"400","message":"Param Incorrect","param":"{{{param}}}","type":""}}""", answer.Text);
    }

    /// <summary>Refused by the shape validator, which names the place and the problem.</summary>
    public static async Task ByValidatorAsync(JsonObject body, string at, string problem, MimoStrictness strictness = MimoStrictness.Faithful)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Strictness = strictness });
        WireAnswer answer = await wire.ChatAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("400", answer.Error["code"]!.GetValue<string>());
        Assert.Equal("Bad Request", answer.Error["type"]!.GetValue<string>());
        string message = answer.Error["message"]!.GetValue<string>();
        Assert.Contains($"'{at}'", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }
}
