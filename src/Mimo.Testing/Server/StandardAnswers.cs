using System.Text.Json.Nodes;

namespace Mimo.Testing.Server;

/// <summary>Rewrites responses from MiMo's own shapes to the letter of the formats that it imitates.</summary>
internal static class StandardAnswers
{
    public static ServerResponse Rewrite(ServerResponse response, IWireFormat format) => response with
    {
        Parts = [.. response.Parts.Select(part => Rewrite(part, response.Status, format))],
        WriteErrorEvent = response.WriteErrorEvent is { } write ? error => Rewrite(write(error), error.Status, format) : null,
    };

    /// <summary>A whole body, or an event; what is around the JSON stays.</summary>
    private static byte[] Rewrite(ReadOnlySpan<byte> part, int status, IWireFormat format)
    {
        int start = part.IndexOf((byte)'{');
        int end = part.LastIndexOf((byte)'}') + 1;
        if (start < 0)
        {
            return part.ToArray();
        }

        JsonObject json = JsonNode.Parse(part[start..end])!.AsObject();
        format.Standardize(json, status);
        return [.. part[..start], .. WireJson.ToUtf8(writer => json.WriteTo(writer)), .. part[end..]];
    }
}
