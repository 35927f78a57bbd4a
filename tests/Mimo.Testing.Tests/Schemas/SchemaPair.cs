using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Tests.Schemas;

/// <summary>
/// A schema and, written beside it in C#, what a value of it must be. The second is the judge of what the server makes of the
/// first, and knows nothing of the server's own reading of schemas.
/// </summary>
internal sealed record SchemaPair(JsonNode Schema, Func<JsonElement, bool> Accepts)
{
    public override string ToString() => Schema.ToJsonString();
}
